import { randomBytes } from 'node:crypto';
import { createConnection } from 'mongoose';
import { openMongoStorage } from '../mongo/open.ts';
import type { OpenTestStore } from './use-store.ts';

/** The address of a database of its own on the server for tests. */
export function freshMongoUrl(server: string | undefined): string {
  const url = new URL(server ?? '');
  const name = `bridgeboard_test_${randomBytes(8).toString('hex')}`;
  url.pathname = `/${name}`;
  // A fault that is asked for by this name strikes its own connections alone.
  url.searchParams.set('appName', name);
  return url.href;
}

/** Drops the database of an address from `freshMongoUrl`, and no other. */
export async function dropMongo(url: string): Promise<void> {
  const connection = await createConnection(url).asPromise();
  if (connection.name.startsWith('bridgeboard_test_')) await connection.dropDatabase();
  await connection.close();
}

/** Opens empty stores on the server for tests, each in a database of its own, which goes with it. */
export function mongoStores(server: string | undefined): OpenTestStore {
  return async () => {
    const url = freshMongoUrl(server);
    let storage = await openMongoStorage({ url });
    return {
      storage,
      reopen: async () => (storage = await openMongoStorage({ url })),
      release: async () => {
        await storage.close();
        await dropMongo(url);
      },
    };
  };
}
