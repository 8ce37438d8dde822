import { randomBytes } from 'node:crypto';

import mongoose from 'mongoose';

import { askVersion } from '../../gate/mongo/ask-server.ts';
import { startOwnServer, type OwnServer } from '../../gate/mongo/own-server.ts';
import type { GateContext } from '../../gate/step.ts';
import { freshFolder, type ProofStore } from './proof-store.ts';

/**
 * A database of its own on a MongoDB server: the one that TEST_MONGO_URL names, or one that this run starts, and which it may
 * kill where that is `toKill`. Null where there is neither.
 */
export async function openMongoProof(context: GateContext, { toKill = false } = {}): Promise<ProofStore | null> {
  const named = context.env['TEST_MONGO_URL'];
  const own = toKill || named === undefined ? await startOwnServer(context) : undefined;
  const server = own?.url ?? named;
  if (server === undefined) return null;
  const version = await askVersion(server);
  const url = new URL(server);
  url.pathname = `/bridgeboard_test_${randomBytes(8).toString('hex')}`;
  const folder = await freshFolder();
  return {
    kind: 'mongo',
    server: `${own?.name ?? 'the server of TEST_MONGO_URL'}, speaks as MongoDB ${version}`,
    dataDir: folder.path,
    mongoUrl: url.href,
    killDatabase: own ? () => own.process.kill() : null,
    startDatabase: () => startAgain(own),
    faults: () => [],
    async [Symbol.asyncDispose]() {
      if (!own) await dropDatabase(url.href);
      await folder[Symbol.asyncDispose]();
    },
  };
}

async function startAgain(own: OwnServer | undefined): Promise<void> {
  if (!own) return;
  own.process.startAgain();
  await askVersion(own.url);
}

/** What a database left on a server of somebody else's holds is of no use to anybody. */
async function dropDatabase(url: string): Promise<void> {
  const connection = await mongoose.createConnection(url).asPromise();
  if (connection.name.startsWith('bridgeboard_test_')) await connection.dropDatabase();
  await connection.close();
}
