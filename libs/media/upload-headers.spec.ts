import { createHash } from 'node:crypto';
import { readChecksum } from './upload-checksum.js';
import { readCreation } from './upload-creation.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('what headers of uploads say', () => {
  it('reads checksums', () => {
    const digest = createHash('sha1').update('hello').digest();
    expect(readChecksum(`sha1 ${digest.toString('base64')}`)).toEqual({ algorithm: 'sha1', digest });
    for (const wrong of [
      '',
      'sha1',
      'sha1 AAAA',
      `md5 ${digest.toString('base64')}`,
      `sha256 ${digest.toString('base64')}`,
    ]) {
      expect(readChecksum(wrong)).toBeUndefined();
    }
  });

  it('reads creations', () => {
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': '5' };
    const metadata = `filename ${base64('Bücher.webm')},filetype ${base64('video/webm')},is_confidential`;
    expect(readCreation({ ...headers, 'upload-metadata': metadata })).toEqual({
      filename: 'Bücher.webm',
      mimeType: 'video/webm',
      byteSize: 5,
    });
    expect(readCreation({ 'tus-resumable': '1.0.0', 'upload-defer-length': '1' })).toEqual({
      filename: 'upload',
      mimeType: 'application/octet-stream',
      byteSize: null,
    });
  });

  it.each([
    {},
    { 'tus-resumable': '0.2.2', 'upload-length': '5' },
    { 'tus-resumable': '1.0.0' },
    { 'tus-resumable': '1.0.0', 'upload-length': '-5' },
    { 'tus-resumable': '1.0.0', 'upload-length': '1e99' },
    { 'tus-resumable': '1.0.0', 'upload-length': '5', 'upload-concat': 'partial' },
  ])('refuses %j', (headers) => {
    expect(() => readCreation(headers)).toThrow(expect.objectContaining({ reason: 'media.bad_upload_headers' }));
  });
});
