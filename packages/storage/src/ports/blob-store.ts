/** What a store tells of kept bytes without giving them out. */
export interface BlobFacts {
  readonly hash: string;
  readonly bytes: number;
  /** When they were last kept, ms since 1970 by the store's own clock. */
  readonly storedAt: number;
}

/**
 * Bytes by their SHA-256 (64 hex digits). They are written once and never changed; equal bytes kept again take as long as
 * the first time, so that time does not tell of them. Other names than hashes are answered as unknown.
 */
export interface BlobStore {
  /**
   * Keeps bytes and resolves only when they survive a power cut. Rejects with a RangeError if they are not what the hash
   * says, and then nothing is kept; a write that breaks off leaves nothing that can be read.
   */
  put(hash: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** The bytes piece by piece, or null. */
  read(hash: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** How many bytes there are, or null. */
  size(hash: string): Promise<number | null>;
  /** Deletes bytes that nobody has kept since that moment; false if somebody has, or there are none. */
  deleteOlder(hash: string, before: number): Promise<boolean>;
  /** Everything that is kept, in no order, each hash once. */
  list(): AsyncIterable<BlobFacts>;
}
