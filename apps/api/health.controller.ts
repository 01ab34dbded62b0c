import { Controller, Get, Header, HttpCode, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Sql, statement } from '#database';
import { PubSub } from '#pubsub';
import { Queue } from '#queue';
import { Storage } from '#storage';

const ping = statement('health.ping', 'select 1 as one');
/** A check that takes longer than this is a check that failed. */
const PATIENCE_MS = 5_000;

/** For load balancers and container engines: says whether to send requests here, and nothing about the inside. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly sql: Sql,
    private readonly storage: Storage,
    private readonly queue: Queue,
    private readonly pubsub: PubSub,
  ) {}

  /** The process runs. */
  @Get('live')
  @Header('cache-control', 'no-store')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** Everything that requests need answers: 200, else 503 with the names of what does not. */
  @Get('ready')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string; failing: string[] }> {
    const checks = {
      database: () => this.sql.rows(ping),
      storage: () => this.storage.check(),
      queue: () => this.queue.check(),
      live: () => this.pubsub.check(),
    };
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => ((await holds(check)) ? undefined : name)),
    );
    const failing = results.filter((name) => name !== undefined);
    if (failing.length > 0) reply.status(503);
    return { status: failing.length > 0 ? 'failing' : 'ok', failing };
  }
}

async function holds(check: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const checked = check().then(
    () => true,
    () => false,
  );
  const result = await Promise.race([checked, patience]);
  clearTimeout(timer);
  return result;
}
