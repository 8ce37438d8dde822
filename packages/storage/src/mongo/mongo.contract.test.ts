import { describe } from 'vitest';
import { mongoStores } from '../contract/mongo-stores.ts';
import { persistenceContract, storageContract } from '../contract/storage.contract.ts';

// Never MONGO_URL, which names a school's own database.
const server = process.env['TEST_MONGO_URL'];

describe.skipIf(server === undefined)('mongo', () => {
  storageContract(mongoStores(server));
  persistenceContract(mongoStores(server));
});
