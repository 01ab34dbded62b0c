import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const installTimeoutMs = 10 * 60 * 1_000;

/**
 * Installs what is missing, without starting any service: packages of servers start them unless policy-rc.d forbids.
 * @see https://people.debian.org/~hmh/invokerc.d-policyrc.d-specification.txt
 */
const installScript = `
set -e
for command in $COMMANDS; do command -v "$command" >/dev/null || missing=1; done
[ -n "$missing" ] || exit 0
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\\nexit 101\\n' > "$policy"
  chmod +x "$policy"
fi
install() { apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300 $PACKAGES; }
install || { apt-get update -q && install; }
`;

async function isInstalled(command: string): Promise<boolean> {
  for (const directory of [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']) {
    try {
      await access(join(directory, command), constants.X_OK);
      return true;
    } catch (error) {
      if (!(error as NodeJS.ErrnoException).code) throw error;
    }
  }
  return false;
}

/**
 * Makes sure that commands exist. Where they do not, root on Debian gets the packages, once, whoever else is waiting
 * for them; everybody else is told which ones to install.
 * @throws Error of one line
 */
export async function requireCommands(commands: readonly string[], packages: readonly string[]): Promise<void> {
  const installed = await Promise.all(commands.map(isInstalled));
  if (installed.every(Boolean)) return;
  const advice = `These tests need ${commands.join(', ')}: apt-get install ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !(await isInstalled('apt-get'))) throw new Error(advice);
  try {
    await run('flock', [join(tmpdir(), 'meantime-test-packages.lock'), 'sh', '-c', installScript], {
      env: {
        ...process.env,
        COMMANDS: commands.join(' '),
        PACKAGES: packages.join(' '),
        DEBIAN_FRONTEND: 'noninteractive',
      },
      timeout: installTimeoutMs,
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    throw new Error(advice, { cause: error });
  }
}
