import { liveThrough } from './year.js';

/*
 * npm run simulate [seed]: a thousand members in forty zones live through a year with every change of clocks and
 * 200,000 posts. Prints its counts; the exit code is 1 where a sentence of the rules was not true.
 */
const started = process.hrtime.bigint();
const seed = Number(process.argv[2] ?? 1);
const report = liveThrough({ seed, members: 1_000, posts: 200_000, from: '2026-01-01T00:00:00Z', days: 365 });
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
console.log(JSON.stringify({ seed, ...report, seconds: Math.round(seconds) }, null, 2));
process.exitCode = report.faults.length > 0 ? 1 : 0;
