/** The public API as the demonstration uses it: what it does, any custom client can do. */
export class HubClient {
  constructor(
    private readonly base: string,
    private readonly token?: string,
  ) {}

  as(token: string): HubClient {
    return new HubClient(this.base, token);
  }

  /** @throws Error with what the hub said */
  // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the document beside each call
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<any> {
    const response = await fetch(`${this.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.authorization },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: { message: string }[] };
    if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
    return data;
  }

  /** As a recorder does: the length is said with the last part, which is the only one here. @returns the id of the media item */
  async upload(filename: string, mimeType: string, bytes: Buffer): Promise<string> {
    const { createUpload } = await this.ask(
      'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { uploadUrl media { id } } }',
      { input: { filename, mimeType } },
    );
    const response = await fetch(createUpload.uploadUrl, {
      method: 'PATCH',
      headers: {
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'upload-length': String(bytes.length),
        'content-type': 'application/offset+octet-stream',
        ...this.authorization,
      },
      body: new Uint8Array(bytes),
    });
    if (response.status !== 204) throw new Error(`The upload of ${filename} was refused (${response.status}).`);
    return createUpload.media.id;
  }

  private get authorization(): Record<string, string> {
    return this.token ? { authorization: `Bearer ${this.token}` } : {};
  }
}
