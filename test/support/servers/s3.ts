import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requireCommands } from './debian-packages.js';
import { freePort } from './free-port.js';
import { ServerProcess } from './server-process.js';
import { temporaryDirectory } from './temporary-directory.js';

const run = promisify(execFile);

export interface S3Server {
  endpoint: string;
  accessKey: string;
  secretKey: string;
  region: string;
  stop(): Promise<void>;
}

const stepTimeoutMs = 60_000;

/**
 * A real S3 server for a spec: Ceph's object gateway over one monitor and one store in memory, all on the loopback
 * interface, 12 to 15 s to start. It checks signatures, which the small imitations of S3 do not.
 *
 * With S3_TEST_ENDPOINT, S3_TEST_ACCESS_KEY, S3_TEST_SECRET_KEY (and S3_TEST_REGION) set, that server is used instead;
 * specs make buckets of their own there.
 */
export async function startS3(): Promise<S3Server> {
  const { S3_TEST_ENDPOINT, S3_TEST_ACCESS_KEY, S3_TEST_SECRET_KEY, S3_TEST_REGION } = process.env;
  if (S3_TEST_ENDPOINT) {
    if (!S3_TEST_ACCESS_KEY || !S3_TEST_SECRET_KEY) {
      throw new Error('S3_TEST_ENDPOINT needs S3_TEST_ACCESS_KEY and S3_TEST_SECRET_KEY.');
    }
    return {
      endpoint: S3_TEST_ENDPOINT,
      accessKey: S3_TEST_ACCESS_KEY,
      secretKey: S3_TEST_SECRET_KEY,
      region: S3_TEST_REGION ?? 'us-east-1',
      stop: () => Promise.resolve(),
    };
  }
  await requireCommands(
    ['ceph', 'monmaptool', 'ceph-mon', 'ceph-osd', 'radosgw', 'radosgw-admin'],
    ['ceph-mon', 'ceph-osd', 'radosgw', 'ceph-common'],
  );
  return startCeph();
}

async function startCeph(): Promise<S3Server> {
  const directory = await temporaryDirectory('s3');
  const daemons: ServerProcess[] = [];
  const stop = async () => {
    // Nothing of it is kept, so nothing of it needs to be put away in order.
    await Promise.all(daemons.map((daemon) => daemon.stop('SIGKILL')));
    await rm(directory, { recursive: true, force: true });
  };
  const start = (command: string, ...args: string[]) => {
    const daemon = new ServerProcess(command, ['-f', '--conf', configuration, ...args]);
    daemons.push(daemon);
    return daemon;
  };
  const configuration = join(directory, 'ceph.conf');
  const ceph = (...args: string[]) =>
    run('ceph', ['--conf', configuration, '--connect-timeout', '10', ...args], { timeout: stepTimeoutMs });

  try {
    const [clusterId, storeId] = [randomUUID(), randomUUID()];
    const monitorAddress = `v2:127.0.0.1:${await freePort()}`;
    const port = await freePort();
    await writeFile(configuration, cephConfiguration(directory, clusterId, monitorAddress));
    const monitorData = join(directory, 'mon');
    const storeData = join(directory, 'osd');
    for (const path of [monitorData, storeData, join(directory, 'run')]) await mkdir(path);

    const monitorMap = join(directory, 'monmap');
    await run('monmaptool', ['--create', '--fsid', clusterId, '--addv', 'a', `[${monitorAddress}]`, monitorMap]);
    await run('ceph-mon', ['--conf', configuration, '--mkfs', '-i', 'a', '--monmap', monitorMap]);
    await start('ceph-mon', '-i', 'a').untilReady(() => ceph('status'), stepTimeoutMs);

    await ceph('osd', 'new', storeId, '0');
    await run('ceph-osd', ['--conf', configuration, '--mkfs', '-i', '0', '--osd-uuid', storeId]);
    start('ceph-osd', '-i', '0');

    const accessKey = randomBytes(10).toString('hex').toUpperCase();
    const secretKey = randomBytes(20).toString('hex');
    await run(
      'radosgw-admin',
      [
        ...['--conf', configuration, 'user', 'create', '--uid', 'spec', '--display-name', 'Spec'],
        ...['--access-key', accessKey, '--secret-key', secretKey],
      ],
      { timeout: stepTimeoutMs },
    );
    const endpoint = `http://127.0.0.1:${port}`;
    await start(
      'radosgw',
      '-n',
      'client.rgw',
      '--rgw-frontends',
      `beast endpoint=127.0.0.1:${port} tcp_nodelay=1`,
    ).untilReady(() => fetch(endpoint), stepTimeoutMs);
    return { endpoint, accessKey, secretKey, region: 'us-east-1', stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** One of everything, no replicas, in memory, open to whoever reaches the loopback interface except through S3. */
const cephConfiguration = (directory: string, clusterId: string, monitorAddress: string): string => `
[global]
fsid = ${clusterId}
mon host = [${monitorAddress}]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = none
auth service required = none
auth client required = none
# The gateway insists on encryption otherwise, which there is none of without keys.
ms mon client mode = crc
run dir = ${directory}/run
admin socket = ${directory}/run/$name.asok
log file = ${directory}/$name.log
crash dir = ${directory}/crash
mon data = ${directory}/mon
mon allow pool size one = true
mon data avail crit = 1
mon data avail warn = 1
mon cluster log file = ${directory}/cluster.log
mon pg warn min per osd = 0
osd data = ${directory}/osd
osd objectstore = memstore
memstore device bytes = 1073741824
osd class dir = /usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/rados-classes
osd crush chooseleaf type = 0
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pg autoscale mode = off
rgw data = ${directory}/rgw
`;
