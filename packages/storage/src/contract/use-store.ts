import { afterAll, beforeAll } from 'vitest';
import type { Storage } from '../ports/storage.ts';

/** A store for tests, and how to be rid of it. */
export interface TestStore {
  readonly storage: Storage;
  /** Closes the store and opens the same data again; stores that keep nothing have no such thing. */
  readonly reopen?: () => Promise<Storage>;
  /** Closes the store and removes its data. */
  readonly release: () => Promise<void>;
}

/** Opens a store without any data. */
export type OpenTestStore = () => Promise<TestStore>;

/** One store for all tests of the surrounding `describe`; they keep apart by fresh ids. */
export function useStore(open: OpenTestStore): { readonly storage: Storage } {
  let store: TestStore | undefined;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(async () => {
    await store?.release();
  });
  return {
    get storage() {
      if (store === undefined) throw new Error('the store is opened before the first test runs');
      return store.storage;
    },
  };
}
