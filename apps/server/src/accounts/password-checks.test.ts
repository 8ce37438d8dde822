import { expect, test } from 'vitest';

import { PasswordChecks } from './password-checks.ts';
import type { SignInSource } from './sign-in-sources.ts';

/** Checks that go on until they are let go, how many were under way at once, and whose turn it was when. */
function setUp() {
  const checks = new PasswordChecks();
  const gate = Promise.withResolvers<void>();
  const seen = { now: 0, most: 0, order: [] as string[] };
  const ask = async (source: SignInSource): Promise<string> =>
    checks.take(source)(async () => {
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      seen.order.push(source.key);
      await gate.promise;
      seen.now -= 1;
      return 'checked';
    });
  return { checks, ask, seen, letGo: () => gate.resolve() };
}

function many<T>(count: number, ask: (nth: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> {
  return Promise.allSettled(Array.from({ length: count }, (_, nth) => ask(nth)));
}

function passed(answers: readonly PromiseSettledResult<unknown>[]): number {
  return answers.filter(({ status }) => status === 'fulfilled').length;
}

test('[SEC-30] passwords are compared one at a time, and a network in which ten wait is told to come again', async () => {
  const { ask, seen, letGo } = setUp();
  const answers = many(200, () => ask({ key: '10.1.1.1', rank: 1 }));
  const other = ask({ key: '10.2.2.2', rank: 2 });
  letGo();
  const settled = await answers;
  expect(passed(settled)).toBe(10);
  expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'BUSY', retryAfterMs: 1_000 },
  });
  await expect(other).resolves.toBe('checked');
  expect(seen.most).toBe(1);
});

test('[SEC-30] who is known comes first and then whoever guessed wrong least, and a crowd of strangers fills nobody else’s places', async () => {
  const { ask, seen, letGo } = setUp();
  const flood = [5, 2, 1].map((rank) => many(200, (nth) => ask({ key: `10.${rank}.0.${nth}`, rank })));
  const known = many(50, (nth) => ask({ key: `device ${nth}`, rank: 0 }));
  letGo();
  expect(passed(await known)).toBe(40);
  expect((await Promise.all(flood)).map(passed)).toEqual([10, 10, 10]);
  // The first was under way when the others came.
  const ranks = seen.order.map((key) => (key.startsWith('device') ? 0 : Number(key.split('.')[1])));
  expect(ranks).toEqual([5, ...ranks.slice(1).toSorted((one, other) => one - other)]);
});

test('[SEC-30] a check that fails gives its place free', async () => {
  const { checks, ask, letGo } = setUp();
  letGo();
  const source = { key: '10.1.1.1', rank: 1 };
  const failures = await many(10, async () => checks.take(source)(() => Promise.reject(new Error('away'))));
  expect(passed(failures)).toBe(0);
  expect(passed(await many(10, () => ask(source)))).toBe(10);
});
