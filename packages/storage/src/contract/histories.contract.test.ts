import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openMemoryStorage } from '../memory/open.ts';
import { write, type Step } from './histories.ts';
import { mongoStores } from './mongo-stores.ts';
import { traceOf } from './observe.ts';
import { openTestSqlite } from './sqlite-stores.ts';
import type { OpenTestStore } from './use-store.ts';

const server = process.env['TEST_MONGO_URL'];
const oneByOne = fc.array(fc.tuple(write), { minLength: 5, maxLength: 40, size: 'max' });
const inGroups = fc.array(fc.array(write, { minLength: 1, maxLength: 6 }), {
  minLength: 3,
  maxLength: 12,
  size: 'max',
});

async function sameAsMemory(open: OpenTestStore, groups: readonly (readonly Step[])[]): Promise<void> {
  const store = await open();
  try {
    expect(await traceOf(store.storage, groups)).toStrictEqual(await traceOf(await openMemoryStorage(), groups));
  } finally {
    await store.release();
  }
}

describe('any history of calls', () => {
  it('[REL-16] looks the same on sqlite as in memory, one call after another', async () => {
    await fc.assert(
      fc.asyncProperty(oneByOne, (groups) => sameAsMemory(openTestSqlite, groups)),
      { numRuns: 60 },
    );
  });

  it('[REL-16] looks the same on sqlite as in memory, several calls at once', async () => {
    await fc.assert(
      fc.asyncProperty(inGroups, (groups) => sameAsMemory(openTestSqlite, groups)),
      { numRuns: 60 },
    );
  });

  it.skipIf(server === undefined)('[REL-16] looks the same on mongo as in memory', async () => {
    await fc.assert(
      fc.asyncProperty(oneByOne, (groups) => sameAsMemory(mongoStores(server), groups)),
      { numRuns: 10 },
    );
  });
});
