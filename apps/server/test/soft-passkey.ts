import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

import type { NewPasskey, ShownPasskey } from '@bridgeboard/protocol';

interface Told {
  readonly challenge: string;
  readonly origin: string;
}

/** What a device says about itself beside its key. */
interface Flags {
  /** That it asked for a finger, a face or a PIN. */
  readonly isVerified?: boolean;
  readonly counter?: number;
}

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();
const text = (data: Buffer): string => data.toString('base64url');

function clientData(type: 'webauthn.create' | 'webauthn.get', { challenge, origin }: Told): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

/** A device with one passkey, as WebAuthn has it (level 2, section 6): real keys and signatures, nobody to ask for a finger. */
export class SoftPasskey {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly id = randomBytes(32);

  /** The answer to the question for a new one. */
  make(told: Told, flags: Flags = {}): NewPasskey {
    const made = clientData('webauthn.create', told);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const named = Buffer.concat([Buffer.alloc(16), length, this.id, this.#cose()]);
    const data = Buffer.concat([this.#head(told, { ...flags, isNew: true }), named]);
    const size = Buffer.from([0x58, data.length]);
    // CBOR: { fmt: "none", attStmt: {}, authData: bytes }
    const start = Buffer.concat([
      Buffer.from('a363', 'hex'),
      Buffer.from('fmt'),
      Buffer.from('64', 'hex'),
      Buffer.from('none'),
    ]);
    const rest = Buffer.concat([
      Buffer.from('67', 'hex'),
      Buffer.from('attStmt'),
      Buffer.from('a068', 'hex'),
      Buffer.from('authData'),
    ]);
    const attestationObject = text(Buffer.concat([start, rest, size, data]));
    return {
      ...this.#named(),
      response: { clientDataJSON: text(made), attestationObject, transports: ['internal'] },
    };
  }

  /** The answer to the question for a sign-in. */
  show(told: Told, flags: Flags = {}): ShownPasskey {
    const shown = clientData('webauthn.get', told);
    const data = this.#head(told, flags);
    const signature = sign('sha256', Buffer.concat([data, sha256(shown)]), this.#keys.privateKey);
    return {
      ...this.#named(),
      response: { clientDataJSON: text(shown), authenticatorData: text(data), signature: text(signature) },
    };
  }

  #named(): { id: string; rawId: string; type: 'public-key' } {
    return { id: text(this.id), rawId: text(this.id), type: 'public-key' };
  }

  #head({ origin }: Told, { isVerified = true, counter = 0, isNew = false }: Flags & { isNew?: boolean }): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flags = Buffer.from([0x01 | (isVerified ? 0x04 : 0) | (isNew ? 0x40 : 0)]);
    return Buffer.concat([sha256(new URL(origin).hostname), flags, count]);
  }

  /** The public key as COSE: { kty: EC2, alg: ES256, crv: P-256, x, y }. */
  #cose(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const part = (label: string, value: string): Buffer =>
      Buffer.concat([Buffer.from(`${label}5820`, 'hex'), Buffer.from(value, 'base64url')]);
    return Buffer.concat([Buffer.from('a5010203262001', 'hex'), part('21', x), part('22', y)]);
  }
}
