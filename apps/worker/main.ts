import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { boot, CannotStart, databaseReady, endWith, readConsoleSettings } from '../boot.js';
import { loggerFor } from '../logger.js';
import { processClock } from '../process-clock.js';
import { WorkerModule } from './worker.module.js';

await boot('The worker', async (config) => {
  if (!config.values.DATABASE_URL) throw new CannotStart('set DATABASE_URL, or start the whole hub with npm start.');
  await databaseReady(config.values.DATABASE_URL, config.values.DATABASE_WAIT_SECONDS);
  await readConsoleSettings(config);
  const app = await NestFactory.createApplicationContext(WorkerModule.of(config, processClock(config)), {
    logger: loggerFor(config, 'worker'),
    abortOnError: false,
  });
  endWith(() => app.close());
  process.send?.({ ready: 'worker' });
});
