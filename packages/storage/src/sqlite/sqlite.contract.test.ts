import { describe } from 'vitest';
import { openTestSqlite } from '../contract/sqlite-stores.ts';
import { persistenceContract, storageContract } from '../contract/storage.contract.ts';

describe('sqlite', () => {
  storageContract(openTestSqlite);
  persistenceContract(openTestSqlite);
});
