import { expect, test } from 'vitest';

import { PasswordChecks } from './password-checks.ts';

/** Checks that go on until they are let go, and how many were under way at once. */
function slowChecks() {
  const gate = Promise.withResolvers<void>();
  const seen = { now: 0, most: 0 };
  const check = async (): Promise<string> => {
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    await gate.promise;
    seen.now -= 1;
    return 'checked';
  };
  return { check, seen, letGo: () => gate.resolve() };
}

function many<T>(count: number, ask: (nth: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> {
  return Promise.allSettled(Array.from({ length: count }, (_, nth) => ask(nth)));
}

test('[SEC-30] passwords are compared one at a time, and a network in which ten wait is told to come again', async () => {
  const checks = new PasswordChecks();
  const { check, seen, letGo } = slowChecks();
  const answers = many(200, () => checks.run('10.1.1.0/24', check));
  const other = checks.run('10.2.2.0/24', check);
  letGo();
  const settled = await answers;
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'BUSY', retryAfterMs: 2_000 },
  });
  await expect(other).resolves.toBe('checked');
  expect(seen.most).toBe(1);
});

test('[SEC-30] of all networks together sixty may wait, and places become free again', async () => {
  const checks = new PasswordChecks();
  const { check, letGo } = slowChecks();
  const answers = many(100, (nth) => checks.run(`10.${nth}.0.0/24`, check));
  letGo();
  expect((await answers).filter(({ status }) => status === 'fulfilled')).toHaveLength(60);
  await expect(checks.run('10.1.0.0/24', check)).resolves.toBe('checked');
});

test('[SEC-30] a check that fails gives its place free', async () => {
  const checks = new PasswordChecks();
  const failures = await many(30, () => checks.run('10.1.1.0/24', () => Promise.reject(new Error('away'))));
  expect(failures.every(({ status }) => status === 'rejected')).toBe(true);
  await expect(checks.run('10.1.1.0/24', () => Promise.resolve('checked'))).resolves.toBe('checked');
});
