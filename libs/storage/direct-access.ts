/** How a client reads an object from the store itself. */
export interface DirectAddressOptions {
  /** What the store answers with, whatever it holds. */
  contentType: string;
  contentDisposition: string;
  /** The address is signed as of this instant: equal ones make equal addresses, which caches know. */
  signedAt: Date;
  expiresSeconds: number;
}

/** A form that a client sends to the store, as multipart/form-data, with the bytes as its last field, `file`. */
export interface DirectForm {
  url: string;
  fields: Readonly<Record<string, string>>;
}

/** Signed addresses of a store that clients reach themselves. Who has one needs nothing else until it expires. */
export interface DirectAccess {
  addressOf(key: string, options: DirectAddressOptions): Promise<string>;
  /** Lets one object of this key and of exactly this length be written. */
  formFor(key: string, options: { byteSize: number; expiresSeconds: number }): Promise<DirectForm>;
}
