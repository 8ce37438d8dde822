import type { Connection } from 'mongoose';
import { CannotOpenStorage, StorageUnavailable } from '../ports/errors.ts';
import type { Storage } from '../ports/storage.ts';
import { MongoAssetStore } from './asset-store.ts';
import { MongoAuditLog } from './audit-log.ts';
import { MongoBoardCatalogue } from './board-catalogue.ts';
import { MongoBoardJournal } from './board-journal.ts';
import { MongoConcernLog } from './concern-log.ts';
import { MongoTrustList } from './trust-list.ts';
import { connect } from './connect.ts';
import { MongoDirectory } from './directory.ts';
import { MongoErasureList } from './erasure-list.ts';
import { MongoInvitationList } from './invitation-list.ts';
import { checkLayout } from './layout.ts';
import { GridBlobStore } from './grid-blob-store.ts';
import { makeSchema } from './make-schema.ts';
import { isForbidden } from './mongo-error.ts';
import { MongoLife } from './mongo-life.ts';
import { MongoPublicationStore } from './publication-store.ts';
import { MongoQueueIndex } from './queue-index.ts';
import { MongoServerLease } from './server-lease.ts';

const pingShape = makeSchema<{ _id: string; count: number }>({ _id: String, count: Number });

/**
 * Opens the store on a MongoDB server, in the database that the address names or in `bridgeboard`. Rejects with
 * `CannotOpenStorage` if the server does not answer or refuses.
 */
export async function openMongoStorage({ url }: { url: string }): Promise<Storage> {
  const connection = await connect(url);
  try {
    const { db, transactions } = await look(connection);
    const life = new MongoLife({ connection });
    const ports = {
      journal: new MongoBoardJournal({ connection, life, hasMembers: transactions }),
      directory: new MongoDirectory({ connection, life }),
      catalogue: new MongoBoardCatalogue({ connection, life }),
      queue: new MongoQueueIndex({ connection, life }),
      publications: new MongoPublicationStore({ connection, life }),
      invitations: new MongoInvitationList({ connection, life }),
      erasures: new MongoErasureList({ connection, life }),
      audit: new MongoAuditLog({ connection, life }),
      concerns: new MongoConcernLog({ connection, life }),
      trust: new MongoTrustList({ connection, life }),
      lease: new MongoServerLease({ connection, life }),
      assets: new MongoAssetStore({ connection, life }),
      blobs: new GridBlobStore({ db, life }),
    };
    const ping = pinging({ connection, life });
    await checkLayout(connection);
    await makeIndexes(connection);
    return {
      kind: 'mongo',
      notes: transactions ? [] : [standAlone],
      ...ports,
      identityDatabase: { kind: 'mongo', db, client: connection.getClient(), transactions },
      // What a document held before is gone from the collections at once, and from the files as the server reuses them.
      scrub: () => life.use(() => Promise.resolve()),
      ping,
      close: () => life.close(),
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

function pinging({ connection, life }: { connection: Connection; life: MongoLife }): Storage['ping'] {
  const pings = connection.model('pings', pingShape, 'pings');
  return () =>
    life.use(async () => {
      await pings.updateOne({ _id: 'ping' }, { $inc: { count: 1 } }, { upsert: true });
      if ((await pings.exists({ _id: 'ping' })) === null) throw new StorageUnavailable('DB_DOWN', null);
    });
}

const standAlone =
  'This MongoDB is a stand-alone server: it does no transactions and has no second copy of the data; a replica set has both.';

/** Whoever cannot have the indexes cannot start: without the journal's unique one, two processes could tell two stories. */
async function makeIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) {
    await model.createIndexes().catch((error: unknown) => {
      if (isForbidden(error)) throw new CannotOpenStorage('MongoDB does not let this user write to the database.');
      throw new CannotOpenStorage(`MongoDB does not make the indexes of "${model.modelName}".`);
    });
  }
}

async function look(connection: Connection) {
  const { db } = connection;
  const hello = await db
    ?.admin()
    .command({ hello: 1 })
    .catch(() => undefined);
  if (db === undefined || hello === undefined) {
    throw new CannotOpenStorage('MongoDB hung up while Bridgeboard was starting.');
  }
  return { db, transactions: typeof hello['setName'] === 'string' || hello['msg'] === 'isdbgrid' };
}
