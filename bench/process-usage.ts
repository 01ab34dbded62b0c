import { readdirSync, readFileSync } from 'node:fs';

/** What Linux says about processes; benchmarks run there alone. */

/** A process and everything that it has started. */
export function treeOf(rootPid: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    const stat = /^\d+$/.test(entry) ? textOf(`/proc/${entry}/stat`) : undefined;
    if (!stat) continue;
    // The name in brackets may hold anything; the parent is the second field behind it.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const tree = [rootPid];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/** What the kernel counts the CPU time of ended processes in: USER_HZ, the same on every Linux machine. */
const TICK_NANOS = 10_000_000;

/**
 * CPU time that a process tree has used so far, in microseconds. Of what runs: all its threads, to the nanosecond of the
 * scheduler. Of what has ended (a connection that a pool has closed): what its parent was told, in ticks of 10 ms.
 */
export function cpuMicros(rootPid: number): number {
  let nanos = 0;
  for (const pid of treeOf(rootPid)) {
    for (const task of entriesOf(`/proc/${pid}/task`)) {
      nanos += Number(textOf(`/proc/${pid}/task/${task}/schedstat`)?.split(' ')[0] ?? 0);
    }
    const stat = textOf(`/proc/${pid}/stat`) ?? '';
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    nanos += (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) * TICK_NANOS;
  }
  return nanos / 1000;
}

/**
 * Memory in MiB as proportional set size: what several processes share is counted once.
 * @param withChildren false: of this process alone
 */
export function memoryMiB(rootPid: number, withChildren = true): number {
  let kilobytes = 0;
  for (const pid of withChildren ? treeOf(rootPid) : [rootPid]) {
    kilobytes += Number(/^Pss:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/smaps_rollup`) ?? '')?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

/** Undefined for what has ended meanwhile. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function entriesOf(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
