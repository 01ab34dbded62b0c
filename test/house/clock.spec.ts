import { isTest, sourceFiles } from './source-files.js';

/** `Date.now()`, `new Date()`, Temporal's own now: each asks the machine without saying so. */
const ASKS_THE_MACHINE = /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\)|\bTemporal\.Now\b/;

/** The browser has no clock but its own; tests and what measures may look at the machine's. */
const isServer = (path: string): boolean =>
  /^(libs|apps)\//.test(path) && !path.startsWith('apps/web/') && !isTest(path) && path !== 'libs/kernel/clock.ts';

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');

const asksTheMachine = (text: string): boolean => ASKS_THE_MACHINE.test(withoutComments(text));

const server = sourceFiles().filter(({ path }) => isServer(path));

describe('the clock', () => {
  it('is the only one that the server asks what time it is', () => {
    expect(server.filter(({ text }) => asksTheMachine(text)).map(({ path }) => path)).toEqual([]);
  });

  it('is not passed over in statements: Postgres gets the time as a value', () => {
    const asksPostgres =
      /\b(now\(\)|current_timestamp|current_date|localtimestamp|clock_timestamp\(\)|statement_timestamp\(\))/i;
    // Old migrations are what they were; and one place compares the two clocks, to say when they differ.
    const statements = server.filter(
      ({ path }) => !path.startsWith('libs/database/migrations/') && path !== 'libs/administration/signs-of-life.ts',
    );
    const found = statements.filter(({ text }) => {
      const quoted = withoutComments(text).match(/`[^`]*`|'[^'\n]*'/g) ?? [];
      return quoted.some((one) => asksPostgres.test(one));
    });
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('is looked for in the whole server', () => {
    const paths = server.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['apps/worker/main.ts', 'libs/attention/digest.service.ts']));
  });

  it.each(['const at = Date.now();', 'at: new Date()', 'setInterval(Date.now, 5)', 'Temporal.Now.instant()'])(
    'finds %s',
    (text) => expect(asksTheMachine(text)).toBe(true),
  );

  it.each(['// not Date.now()', 'new Date(startMs)', 'this.clock.now()'])('does not mind %s', (text) =>
    expect(asksTheMachine(text)).toBe(false),
  );
});
