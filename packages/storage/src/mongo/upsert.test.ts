import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { upsert } from './upsert.ts';

const taken = new mongo.MongoServerError({ message: 'E11000 duplicate key', code: 11_000 });

/** A write that fails with these errors first; gives back how often it ran. */
function failing(...errors: Error[]) {
  const runs = { count: 0 };
  const write = async () => {
    const error = errors[runs.count];
    runs.count += 1;
    if (error !== undefined) throw error;
  };
  return { runs, write };
}

describe('a write that makes its document if there is none', () => {
  it('runs once when nothing is in the way', async () => {
    const { runs, write } = failing();
    expect(await upsert(write)).toBe(true);
    expect(runs.count).toBe(1);
  });

  it('[D18] runs again when another process made the document at the same moment', async () => {
    const { runs, write } = failing(taken);
    expect(await upsert(write)).toBe(true);
    expect(runs.count).toBe(2);
  });

  it('is void when the document that is there does not match', async () => {
    expect(await upsert(failing(taken, taken).write)).toBe(false);
  });

  it('passes every other error on at once', async () => {
    const other = new mongo.MongoServerError({ message: 'stepped down', code: 189 });
    const { runs, write } = failing(other);
    await expect(upsert(write)).rejects.toBe(other);
    expect(runs.count).toBe(1);
  });
});
