import { createECDH, hkdfSync } from 'node:crypto';

/** The pair by which push services know this hub (RFC 8292): points and scalars of P-256, base64url. */
export interface VapidKeys {
  publicKey: string;
  privateKey: string;
}

const INFO = 'meantime web push vapid';
const SCALAR_BYTES = 32;

/**
 * Made from the installation's secret, so that every process has the same pair and nothing more has to be kept. Devices
 * register with the public key: with another secret they have to ask again.
 */
export function vapidKeys(secret: string): VapidKeys {
  const ecdh = createECDH('prime256v1');
  for (let attempt = 0; ; attempt++) {
    const scalar = Buffer.from(hkdfSync('sha256', secret, '', `${INFO} ${attempt}`, SCALAR_BYTES));
    try {
      ecdh.setPrivateKey(scalar);
    } catch (error) {
      // One scalar in 2^32 is not below the order of the curve.
      if (attempt < 8) continue;
      throw error;
    }
    return {
      publicKey: ecdh.getPublicKey('base64url', 'uncompressed'),
      privateKey: ecdh.getPrivateKey('base64url').padStart(43, 'A'),
    };
  }
}
