import { describe } from 'vitest';
import { storageContract } from '../contract/storage.contract.ts';
import { openMemoryStorage } from './open.ts';

describe('memory', () => {
  storageContract(async () => {
    const storage = await openMemoryStorage();
    return { storage, release: () => storage.close() };
  });
});
