import { randomBytes } from 'node:crypto';
import { type S3Server, startS3 } from '../../test/support/servers/s3.js';
import { MinioStorage } from './minio-storage.js';
import { storageContract } from './storage.contract.js';

describe('MinioStorage', () => {
  let server: S3Server;
  const bucket = `spec-${randomBytes(6).toString('hex')}`;

  beforeAll(async () => {
    server = await startS3();
  }, 180_000);
  afterAll(() => server?.stop());

  storageContract('MinioStorage', () => new MinioStorage({ ...server, bucket }));

  it('is refused with a wrong secret', async () => {
    const stranger = new MinioStorage({ ...server, bucket, secretKey: 'guessed' });
    await expect(stranger.check()).rejects.toEqual(expect.objectContaining({ reason: 'storage.unavailable' }));
    await expect(stranger.get('digits')).rejects.toEqual(expect.objectContaining({ reason: 'storage.unavailable' }));
  });

  it('lets several processes make the bucket at the same time', async () => {
    const fresh = `${bucket}-shared`;
    const storages = [1, 2, 3, 4].map(() => new MinioStorage({ ...server, bucket: fresh }));
    await Promise.all(
      storages.map((storage, number) => storage.put(`${number}`, Buffer.from('x'), { contentType: 'text/plain' })),
    );
    expect(await storages[0]!.list('', { limit: 10 })).toHaveLength(4);
  });

  it('says so when nobody answers', async () => {
    const nobody = new MinioStorage({ ...server, endpoint: 'http://127.0.0.1:1', bucket });
    await expect(nobody.check()).rejects.toEqual(expect.objectContaining({ reason: 'storage.unavailable' }));
  });
});
