import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config, installationSecret } from '#config';
import { Clock, globalId, type Id, localId } from '#kernel';

/**
 * A link opens by itself for 10 to 15 minutes: it ends at the third five-minute mark from now, so that between two
 * marks the same file has the same address in every answer, and caches serve.
 */
const MARK_MS = 5 * 60_000;
const MARKS = 3;
const SIGNATURE_BYTES = 18;
const ID_BYTES = 16;
const TOKEN_BYTES = 4 + ID_BYTES + SIGNATURE_BYTES;

/** Whom a link was made for, and how long it opens by itself. */
export interface LinkClaim {
  viewerId: Id;
  expiresAtMs: number;
}

/**
 * Signed addresses of media files. The token stands in the path before the file, so that the relative addresses inside
 * a playlist keep it. It binds the viewer, the media item and the file (for HLS the folder): who is handed the poster
 * does not thereby have the recording.
 */
@Injectable()
export class MediaLinks {
  private readonly key: Buffer;
  private readonly base: string;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    // A key of its own purpose, so that no other use of the installation's secret can be played against this one.
    this.key = createHmac('sha256', installationSecret(config)).update('media links').digest();
    this.base = `${config.publicUrl}/media`;
  }

  /** The address of a file for one viewer. @param file such as `original.webm` or `hls/master.m3u8` */
  url(viewerId: Id, mediaId: Id, file: string): string {
    const claim = Buffer.alloc(TOKEN_BYTES);
    const mark = Math.floor(this.clock.nowMs() / MARK_MS) + MARKS;
    claim.writeUInt32BE(mark, 0);
    claim.write(viewerId.replaceAll('-', ''), 4, 'hex');
    this.sign(claim.subarray(0, 4 + ID_BYTES), mediaId, file).copy(claim, 4 + ID_BYTES);
    return `${this.base}/${claim.toString('base64url')}/${globalId('Media', mediaId)}/${file}`;
  }

  /**
   * Reads the parts of an address that came in.
   * @returns the claim, expired or not; undefined where the signature is not ours or not for this file
   */
  read(token: string, media: string, file: string): (LinkClaim & { mediaId: Id }) | undefined {
    const mediaId = localId('Media', media);
    const bytes = Buffer.from(token, 'base64url');
    if (!mediaId || bytes.length !== TOKEN_BYTES) return undefined;
    const claim = bytes.subarray(0, 4 + ID_BYTES);
    if (!timingSafeEqual(bytes.subarray(4 + ID_BYTES), this.sign(claim, mediaId, file))) return undefined;
    const hex = claim.toString('hex', 4);
    const viewerId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    return { mediaId, viewerId, expiresAtMs: claim.readUInt32BE(0) * MARK_MS };
  }

  private sign(claim: Buffer, mediaId: Id, file: string): Buffer {
    return createHmac('sha256', this.key)
      .update(claim)
      .update(`${mediaId}/${scopeOf(file)}`)
      .digest()
      .subarray(0, SIGNATURE_BYTES);
  }
}

/** The folder, as `hls`, for everything in it; else the file itself. */
const scopeOf = (file: string): string => file.split('/', 1)[0]!;
