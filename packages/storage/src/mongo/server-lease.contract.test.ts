import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dropMongo, freshMongoUrl } from '../contract/mongo-stores.ts';
import type { ServerLease } from '../ports/server-lease.ts';
import type { Storage } from '../ports/storage.ts';
import { openMongoStorage } from './open.ts';

const server = process.env['TEST_MONGO_URL'];
const one = { holder: 'one', machine: 'm', process: 1 };
const two = { holder: 'two', machine: 'n', process: 1 };

describe.skipIf(server === undefined)('the lease of a database', () => {
  let url: string;
  let opened: Storage[];
  beforeEach(() => {
    url = freshMongoUrl(server);
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((storage) => storage.close()));
    await dropMongo(url);
  });

  async function leaseOf(): Promise<ServerLease> {
    const storage = await openMongoStorage({ url });
    opened.push(storage);
    if (storage.lease === null) throw new Error('MongoDB has no folder that could be locked');
    return storage.lease;
  }

  it('[ONE1] of two who take it at the same moment one has it', async () => {
    const leases = await Promise.all([leaseOf(), leaseOf()]);
    const taken = await Promise.all(leases.map((lease, at) => lease.take([one, two][at] ?? one, null)));
    expect(taken.toSorted()).toEqual([false, true]);
    expect((await leases[0]?.look())?.holder).toBe(taken[0] === true ? 'one' : 'two');
  });

  it('[ONE2] is taken over only from whom was seen, as they were seen', async () => {
    const lease = await leaseOf();
    await lease.take(one, null);
    const seen = await lease.look();
    expect(seen).toEqual({ ...one, beat: 0 });
    expect(await lease.beat('one')).toBe(true);
    expect(await lease.take(two, seen)).toBe(false);
    expect(await lease.take(two, await lease.look())).toBe(true);
    expect([await lease.beat('one'), await lease.beat('two')]).toEqual([false, true]);
  });

  it('[ONE1] is given back by whoever has it, and by nobody else', async () => {
    const lease = await leaseOf();
    await lease.take(one, null);
    await lease.release('two');
    expect((await lease.look())?.holder).toBe('one');
    await lease.release('one');
    expect(await lease.look()).toBeNull();
    expect(await lease.take(two, null)).toBe(true);
  });
});
