import { Refused } from '../http/refusal.ts';

/** A request's body that has not been read yet. */
export interface Upload extends AsyncIterable<Uint8Array> {
  readonly headers: {
    readonly 'content-length'?: string | undefined;
    readonly 'content-encoding'?: string | undefined;
  };
}

/** How many bytes are coming. Throws `Refused` before any of them is read: without a length nothing is taken. */
export function lengthOf({ headers }: Upload, most: number): number {
  if (headers['content-encoding'] !== undefined) throw new Refused('BAD_TYPE', { status: 415 });
  const length = Number(headers['content-length'] ?? NaN);
  if (!Number.isSafeInteger(length)) throw new Refused('BAD_MESSAGE', { status: 411 });
  if (length === 0) throw new Refused('FILE_TYPE');
  if (length > most) throw new Refused('FILE_TOO_BIG');
  return length;
}

/** The bytes themselves; Node's HTTP parser lets no more of them through than the length said. */
export async function readUpload(upload: Upload, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for await (const piece of upload) {
    bytes.set(piece, at);
    at += piece.length;
  }
  if (at !== length) throw new Refused('BAD_MESSAGE');
  return bytes;
}
