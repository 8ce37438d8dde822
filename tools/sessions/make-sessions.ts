import type { Storage } from '@bridgeboard/storage';
import { openSqliteStorage } from '@bridgeboard/storage/sqlite';

import { readConfig } from '../../apps/server/src/config.ts';
import { openLessonWithSessions } from '../../apps/server/src/lesson-with-sessions.ts';
import type { LessonWithSessions } from '../../apps/server/src/lesson-with-sessions.ts';
import { worldOf } from '../../apps/server/src/world.ts';

/** What a load generator wants of a data folder. */
export interface SessionsWish {
  /** The folder that the server will be started with. */
  readonly dataDir: string;
  /** The database that the server will be started with; the embedded one in the folder where none is named. */
  readonly mongoUrl?: string;
  readonly pupils: number;
  readonly schools: number;
  readonly mode: 'held' | 'own-school' | 'open';
}

/**
 * Makes a board with people and sessions in a data folder that no server has open. Cookies suit a server that is started
 * with the same PUBLIC_URL as this. Rejects with `CannotOpenStorage` while a server has the folder.
 */
export async function makeSessions(wish: SessionsWish): Promise<LessonWithSessions> {
  const config = readConfig({ ...process.env, DATA_DIR: wish.dataDir, MONGO_URL: '' });
  const storage = await openStore({ dataDir: config.dataDir, mongoUrl: wish.mongoUrl });
  try {
    return await openLessonWithSessions({ config, storage, world: worldOf(config, {}) }, wish);
  } finally {
    await storage.close();
  }
}

/** The store that a server with these settings has; `mongoUrl` goes first, and loads its driver only then. */
export async function openStore(of: { dataDir: string; mongoUrl: string | undefined }): Promise<Storage> {
  if (of.mongoUrl === undefined) return openSqliteStorage(of);
  return (await import('@bridgeboard/storage/mongo')).openMongoStorage({ url: of.mongoUrl });
}
