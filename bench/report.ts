import { groupBy } from '#kernel';
import type { Replayed } from './replay.js';

/** One target during one operation of one round. */
export interface Measurement {
  operation: string;
  target: string;
  round: number;
  replayed: Replayed;
  /** CPU of the server's process tree, for each request. */
  serverMicros: number;
  /** CPU of all Postgres processes, for each request. */
  postgresMicros: number;
  /** Of the server's process tree, at the end. */
  memoryMiB: number;
}

export interface Ratio {
  median: number;
  min: number;
  max: number;
}

export interface Line {
  operation: string;
  target: string;
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  serverMicros: number;
  postgresMicros: number;
  answerBytes: number;
  memoryMiB: number;
  /** Server and Postgres CPU a request, against LIMIT in the same round. */
  cpuRatio: Ratio;
  throughputRatio: Ratio;
  p50Ratio: Ratio;
  p99Ratio: Ratio;
}

/** Beyond these the machine was too busy for the run to mean anything. */
const CONCLUSIVE = { min: 0.9, max: 1.1 };

/** Medians over the rounds; ratios are taken within a round. */
export function linesOf(measurements: readonly Measurement[], reference: string): Line[] {
  const groups = groupBy(measurements, ({ operation, target }) => `${operation}\n${target}`);
  return [...groups.values()].map((group) => {
    const { operation, target } = group[0]!;
    const ratio = (value: (one: Measurement) => number): Ratio => {
      const ratios = group.map((one) => {
        const other = measurements.find(
          (m) => m.operation === operation && m.target === reference && m.round === one.round,
        )!;
        return value(one) / value(other);
      });
      return { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) };
    };
    const middle = (value: (one: Measurement) => number): number => median(group.map(value));
    return {
      operation,
      target,
      requestsPerSecond: middle(throughput),
      p50Ms: middle(({ replayed }) => replayed.p50Ms),
      p99Ms: middle(({ replayed }) => replayed.p99Ms),
      serverMicros: middle(({ serverMicros }) => serverMicros),
      postgresMicros: middle(({ postgresMicros }) => postgresMicros),
      answerBytes: middle(({ replayed }) => replayed.bytes / replayed.requests),
      memoryMiB: middle(({ memoryMiB }) => memoryMiB),
      cpuRatio: ratio(({ serverMicros, postgresMicros }) => serverMicros + postgresMicros),
      throughputRatio: ratio(throughput),
      p50Ratio: ratio(({ replayed }) => replayed.p50Ms),
      p99Ratio: ratio(({ replayed }) => replayed.p99Ms),
    };
  });
}

const throughput = ({ replayed }: Measurement): number => replayed.requests / replayed.seconds;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The operations whose control differs from what it is a copy of. */
export const inconclusive = (lines: readonly Line[], control: string): string[] =>
  lines
    .filter(({ target }) => target === control)
    .filter(({ cpuRatio: { median: ratio } }) => ratio < CONCLUSIVE.min || ratio > CONCLUSIVE.max)
    .map(({ operation }) => operation);

export function table(lines: readonly Line[], inconclusiveOperations: readonly string[]): string {
  const head = [
    'operation',
    'target',
    'CPU ratio',
    'server us',
    'PG us',
    'req/s',
    'ratio',
    'p50 ms',
    'p99 ms',
    'KB',
    'MiB',
  ];
  const rows = lines.map((line) => [
    inconclusiveOperations.includes(line.operation) ? `${line.operation} (inconclusive)` : line.operation,
    line.target,
    ratioText(line.cpuRatio),
    line.serverMicros.toFixed(0),
    line.postgresMicros.toFixed(0),
    line.requestsPerSecond.toFixed(0),
    ratioText(line.throughputRatio),
    `${line.p50Ms.toFixed(1)} (${line.p50Ratio.median.toFixed(1)}x)`,
    `${line.p99Ms.toFixed(1)} (${line.p99Ratio.median.toFixed(1)}x)`,
    (line.answerBytes / 1000).toFixed(1),
    line.memoryMiB.toFixed(0),
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]!.length)));
  const text = (row: string[]): string => `| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  return [text(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(text)].join('\n');
}

const ratioText = ({ median: middle, min, max }: Ratio): string =>
  `${middle.toFixed(2)} (${min.toFixed(2)}-${max.toFixed(2)})`;
