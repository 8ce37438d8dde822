import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A store in which a proof keeps its boards, and how a server is told of it. */
export interface ProofStore extends AsyncDisposable {
  readonly kind: 'sqlite' | 'mongo';
  /** Name and version of the database server; null for the embedded one. */
  readonly server: string | null;
  readonly dataDir: string;
  readonly mongoUrl: string | undefined;
  /** Ends the database the hard way; null where it is part of the server, or not ours to end. */
  readonly killDatabase: (() => Promise<void>) | null;
  /** Starts it again and resolves when it answers. */
  readonly startDatabase: () => Promise<void>;
  /** What the store itself finds wrong with its files, now that nobody has them open. */
  readonly faults: () => readonly string[];
}

/** A folder that is removed with its scope. */
export async function freshFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'bridgeboard-prove-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
