import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareDataDirectory } from '#database';
import { GraphqlClient } from '../test/support/graphql-client.js';
import { join as joinTeam, makeChannel, type Person, setUp } from '../test/support/team.js';
import { freePort } from './targets.js';

const START_TIMEOUT_MS = 60_000;
const ASKED_AT_ONCE = 24;

/** A whole hub with two people, one of whom has much waiting on them. */
export class WebHub {
  private constructor(
    readonly client: GraphqlClient,
    private readonly directory: string,
    private readonly child: ChildProcess,
    readonly ada: Person,
    readonly ben: Person,
    readonly channelId: string,
  ) {}

  get url(): string {
    return this.client.baseUrl;
  }

  get pid(): number {
    return this.child.pid!;
  }

  static async start(openItems: number): Promise<WebHub> {
    const directory = mkdtempSync(join(tmpdir(), 'meantime-bench-web-'));
    prepareDataDirectory(directory);
    const port = await freePort();
    const { PATH, HOME, TMPDIR } = process.env;
    const settings = { MEANTIME_DATA_DIR: directory, PORT: String(port), REQUESTS_PER_MINUTE: '1000000' };
    const child = spawn(process.execPath, [resolve(import.meta.dirname, '../apps/hub/main.js')], {
      env: { PATH, HOME, TMPDIR, ...settings },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const client = new GraphqlClient(`http://127.0.0.1:${port}`);
    await ready(client.baseUrl, child);
    const ada = await setUp(client, readFileSync(join(directory, 'setup-code'), 'utf8').trim());
    const channelId = await makeChannel(client, ada, { name: 'Platform' });
    const ben = await joinTeam(client, ada, { handle: 'ben', channelIds: [channelId] });
    // All day, every day: nothing waits for somebody's morning.
    const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
    const week = days.map((day) => ({ day, start: '00:00', end: '23:59' }));
    await client.ask(
      'mutation ($input: UpdateWorkingHoursInput!) { updateWorkingHours(input: $input) { member { id } } }',
      { input: { timeZone: 'Europe/Berlin', week } },
      ada.token,
    );
    const hub = new WebHub(client, directory, child, ada, ben, channelId);
    await hub.askForAnswers(openItems);
    return hub;
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Lengths of Ada's recordings that have arrived whole, the newest first. */
  async recordedSeconds(): Promise<number[]> {
    const { viewer } = await this.client.ask<{
      viewer: { recordings: { nodes: { media: { durationSeconds: number | null } }[] } };
    }>('{ viewer { recordings(first: 50) { nodes { media { durationSeconds } } } } }', {}, this.ada.token);
    return viewer.recordings.nodes.flatMap(({ media }) => media.durationSeconds ?? []);
  }

  private async askForAnswers(count: number): Promise<void> {
    let left = count;
    const work = async (): Promise<void> => {
      while (left > 0) {
        const number = count - --left;
        await this.client.ask(
          'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } } }',
          {
            input: {
              channelId: this.channelId,
              title: `Question ${number} of ${count}`,
              body: 'Which of the two do you want in the release, and may it wait until the week after?',
              expectation: {
                kind: 'REPLY',
                recipientIds: [this.ada.id],
                timing: { withinWorkingHours: 1 + (number % 400) },
              },
            },
          },
          this.ben.token,
        );
      }
    };
    await Promise.all(Array.from({ length: ASKED_AT_ONCE }, work));
  }
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (
    !(await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error('The hub did not start.');
    await sleep(100);
  }
}
