import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { ToolLimits } from './work-limits.js';

const PRLIMIT = '/usr/bin/prlimit';
const SETPRIV = '/usr/bin/setpriv';

let diesWithParent: boolean | undefined;

/** Old versions of setpriv lack the option; asked once, a few milliseconds. */
const canDieWithParent = (): boolean => {
  diesWithParent ??= spawnSync(SETPRIV, ['--pdeathsig', 'KILL', '--', '/bin/true']).status === 0;
  return diesWithParent;
};

/**
 * The command that runs a program within its limits, where the system has the means (util-linux): CPU time, size of one
 * file, memory, no core dump, no new privileges, and no life beyond ours: a worker that is killed must not leave an
 * encoder behind that nobody waits for.
 */
export function confined(program: string, parameters: readonly string[], limits: ToolLimits): [string, ...string[]] {
  const command: string[] = [];
  if (existsSync(PRLIMIT)) {
    command.push(
      PRLIMIT,
      `--cpu=${Math.ceil(limits.cpuMs / 1000)}`,
      `--fsize=${limits.maxFileBytes}`,
      `--as=${limits.maxMemoryBytes}`,
      '--core=0',
      '--',
    );
  }
  if (canDieWithParent()) command.push(SETPRIV, '--pdeathsig', 'KILL', '--no-new-privs', '--');
  return [...command, program, ...parameters] as [string, ...string[]];
}
