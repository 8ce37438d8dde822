import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import type { PendingPicture, PictureStore } from './pending-picture.ts';

interface PictureSchema extends DBSchema {
  pictures: { key: string; value: PendingPicture; indexes: { owner: string } };
}

/** Pictures on their way, in IndexedDB. Rejects where the browser allows none. */
export class IndexedPictureStore implements PictureStore {
  #opened: Promise<IDBPDatabase<PictureSchema>> | null = null;

  async read(owner: string): Promise<PendingPicture[]> {
    const found = await (await this.#database()).getAllFromIndex('pictures', 'owner', owner);
    return found.toSorted((a, b) => a.at - b.at);
  }

  async put(picture: PendingPicture): Promise<void> {
    await (await this.#database()).put('pictures', picture);
  }

  async remove(upload: string): Promise<void> {
    await (await this.#database()).delete('pictures', upload);
  }

  #database(): Promise<IDBPDatabase<PictureSchema>> {
    this.#opened ??= openDB<PictureSchema>('bridgeboard-pictures', 1, {
      upgrade(database) {
        database.createObjectStore('pictures', { keyPath: 'upload' }).createIndex('owner', 'owner');
      },
      blocking: (_current, _blocked, event) => {
        this.#opened = null;
        (event.target as IDBDatabase).close();
      },
      terminated: () => {
        this.#opened = null;
      },
    }).catch((cause: unknown) => {
      this.#opened = null;
      throw cause;
    });
    return this.#opened;
  }
}
