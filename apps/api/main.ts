import 'reflect-metadata';
import { SetupCodeService } from '#identity';
import { boot, CannotStart, databaseReady, endWith, readConsoleSettings } from '../boot.js';
import { requireFreeAddress } from '../free-address.js';
import { processClock } from '../process-clock.js';
import { createApi } from './create-api.js';

await boot('The api', async (config) => {
  if (!config.values.DATABASE_URL) throw new CannotStart('set DATABASE_URL, or start the whole hub with npm start.');
  await databaseReady(config.values.DATABASE_URL, config.values.DATABASE_WAIT_SECONDS);
  await readConsoleSettings(config);
  await requireFreeAddress(config.values);
  const app = await createApi(config, processClock(config));
  endWith(() => app.close());
  await app.listen(config.values.PORT, config.values.HOST);
  const code = await app.get(SetupCodeService).ensure();
  if (code) process.stdout.write(`This hub is not set up yet. Its setup code: ${code}\n`);
  process.send?.({ ready: 'api' });
});
