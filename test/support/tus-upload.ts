import { request } from 'node:http';
import type { GraphqlClient } from './graphql-client.js';
import type { Person } from './team.js';

/** One resumable upload, part by part, as tus 1.0 has it. */
export class TusUpload {
  private constructor(
    readonly mediaId: string,
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Opens an upload of unknown length, as a recorder does. */
  static async open(
    client: GraphqlClient,
    owner: Person,
    input: { filename: string; mimeType: string; byteSize?: number },
  ): Promise<TusUpload> {
    const { createUpload } = await client.ask<{ createUpload: { uploadUrl: string; media: { id: string } } }>(
      'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { uploadUrl media { id status } } }',
      { input },
      owner.token,
    );
    const { pathname } = new URL(createUpload.uploadUrl);
    return new TusUpload(createUpload.media.id, `${client.baseUrl}${pathname}`, owner.token);
  }

  /** How many bytes the hub has. */
  async offset(): Promise<number> {
    return (await this.state()).offset;
  }

  /** Complete once the hub has taken the file in, which may then have been remuxed to another size. */
  async state(): Promise<{ offset: number; isComplete: boolean }> {
    const answer = await fetch(this.url, { method: 'HEAD', headers: this.headers() });
    if (answer.status !== 200) throw new Error(`The hub answers ${answer.status} to HEAD of an upload.`);
    const offset = Number(answer.headers.get('upload-offset'));
    return { offset, isComplete: answer.headers.get('upload-length') === String(offset) };
  }

  /**
   * Sends a part.
   * @param total bytes of the whole, said with the last part
   * @returns the offset that the hub acknowledged
   */
  async send(offset: number, part: Buffer, total?: number): Promise<number> {
    const answer = await fetch(this.url, {
      method: 'PATCH',
      body: new Uint8Array(part),
      headers: { ...this.headers(offset), ...(total === undefined ? {} : { 'upload-length': String(total) }) },
    });
    if (answer.status !== 204) throw new Error(`The hub answers ${answer.status} to a part: ${await answer.text()}`);
    return Number(answer.headers.get('upload-offset'));
  }

  /** Announces a part and breaks the connection when `count` bytes of it are sent. */
  async breakAfter(offset: number, part: Buffer, count: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const headers = { ...this.headers(offset), 'content-length': String(part.length) };
      const sending = request(this.url, { method: 'PATCH', headers });
      sending.on('error', () => resolve());
      sending.on('close', () => resolve());
      sending.write(part.subarray(0, count), () => setTimeout(() => sending.destroy(), 100));
    });
  }

  private headers(offset?: number): Record<string, string> {
    const usual = { 'tus-resumable': '1.0.0', authorization: `Bearer ${this.token}` };
    if (offset === undefined) return usual;
    return { ...usual, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
  }
}
