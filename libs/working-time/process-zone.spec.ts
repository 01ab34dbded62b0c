import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transformFileSync } from '@swc/core';

const libs = resolve(import.meta.dirname, '..');

/** The two libs as plain JavaScript: the zone of a process is settled when it starts, so each zone needs a process. */
function compileTo(directory: string): void {
  for (const lib of ['kernel', 'working-time']) {
    mkdirSync(join(directory, lib));
    for (const file of readdirSync(join(libs, lib))) {
      if (!file.endsWith('.ts') || /\.(spec|contract)\.ts$/.test(file)) continue;
      const { code } = transformFileSync(join(libs, lib, file), {
        swcrc: false,
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
      });
      writeFileSync(join(directory, lib, file.replace(/ts$/, 'js')), code);
    }
  }
  writeFileSync(join(directory, 'package.json'), '{ "type": "module", "imports": { "#*": "./*/index.js" } }');
  writeFileSync(join(directory, 'answers.js'), ANSWERS);
}

const ANSWERS = `
  import * as time from '#working-time';
  const answers = [new Date(2026, 0, 1).getTimezoneOffset()];
  for (const timeZone of ['Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata', 'Africa/Cairo']) {
    const week = time.weekdays.map((day) => ({ day, startMinute: 1380, endMinute: 150 }));
    const calendar = { timeZone, week, daysOff: [{ from: '2026-03-28', to: '2026-03-28' }] };
    for (let at = Date.UTC(2026, 2, 1); at < Date.UTC(2026, 11, 1); at += 37_777_777) {
      answers.push(
        time.schedule(calendar, at, { kind: 'WITHIN_WORKING_DAYS', days: 2 }),
        time.schedule(calendar, at, { kind: 'WITHIN_WORKING_HOURS', hours: 5 }),
        time.localClock(timeZone, at),
        time.instantOf(timeZone, time.localDate(timeZone, at), 150),
        time.nextLocalTime({ timeZone, times: [150], days: time.weekdays }, at),
      );
    }
  }
  console.log(JSON.stringify(answers));
`;

describe('the zone of the process', () => {
  const directory = mkdtempSync(join(tmpdir(), 'working-time-'));
  beforeAll(() => compileTo(directory));
  afterAll(() => rmSync(directory, { recursive: true }));

  it('changes nothing', () => {
    const answersIn = (TZ: string): [offset: number, ...answers: unknown[]] =>
      JSON.parse(execFileSync(process.execPath, ['answers.js'], { cwd: directory, env: { TZ }, encoding: 'utf8' }));
    const zones = ['UTC', 'America/St_Johns', 'Pacific/Apia', 'Europe/Berlin'];
    const [inUtc, ...elsewhere] = zones.map(answersIn);
    expect(inUtc!.length).toBeGreaterThan(1_000);
    expect(elsewhere.map(([offset]) => offset)).toEqual([210, -780, -60]);
    for (const [, ...answers] of elsewhere) expect(answers).toEqual(inUtc!.slice(1));
  });
});
