import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { buildWeb } from './build-web.mjs';

/*
 * node bin/start.mjs apps/hub/main [arguments]: builds what has changed, then becomes that program. In one process, so
 * that what npm, a terminal or a service manager sends reaches the program itself. (For the same reason package.json
 * says `exec node`: npm tells the shell between them to end, and the shell would not pass that on.)
 */

/** Ctrl-C comes twice under npm: from the terminal, and at once again from npm, which passes on what it gets. */
const ECHO_MS = 300;

/** The programs that serve the web client. */
const SERVING = /^(apps\/(hub|api)|bench|test)\//;

const [entry, ...rest] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '..');
const program = join(root, 'dist', `${entry}.js`);

try {
  await Promise.all([
    build(['apps', 'libs', 'bin', ...(/^(bench|test)\//.test(entry) ? ['bench', 'test'] : [])]),
    ...(SERVING.test(entry) ? [buildWeb()] : []),
  ]);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
dropEchoes();
process.argv = [process.argv[0], program, ...rest];
await import(pathToFileURL(program).href);

function dropEchoes() {
  const emit = process.emit;
  let lastMs = -Infinity;
  process.emit = function (event, ...args) {
    if (event === 'SIGINT' || event === 'SIGTERM') {
      const isEcho = performance.now() - lastMs < ECHO_MS;
      lastMs = performance.now();
      if (isEcho) return true;
      // A program that listens once would meet the echo without a listener, which is the end of a process.
      const ignore = () => undefined;
      process.on(event, ignore);
      setTimeout(() => process.off(event, ignore), ECHO_MS).unref();
    }
    return emit.call(this, event, ...args);
  };
}
