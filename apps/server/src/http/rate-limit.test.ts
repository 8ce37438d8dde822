import { expect, it } from 'vitest';

import { createRequestLimit, requestsPerMinute } from './rate-limit.ts';
import { Refused } from './refusal.ts';
import type { SignedIn } from './signed-in.ts';

function session(sessionId: string, role: 'staff' | 'pupil'): SignedIn {
  const times = { startedAt: 0, expiresAt: 1, lacksFactorFrom: null, hasFactor: false };
  return { person: { id: 'p', name: 'P', role, school: 's' }, roles: [], sessionId, ...times };
}

it('[SEC-31] lets a session ask so often a minute, and says how long to wait after that', async () => {
  const limit = createRequestLimit({ pupil: 3, staff: 5, pictures: 2, network: 4 });
  const refusal = (asked: SignedIn | null, network = 'n'): Promise<unknown> =>
    limit(asked, network).then(
      () => null,
      (error: unknown) => error,
    );
  for (let round = 0; round < 3; round += 1) expect(await refusal(session('one', 'pupil'))).toBeNull();
  const refused = await refusal(session('one', 'pupil'));
  expect(refused).toBeInstanceOf(Refused);
  expect(refused).toMatchObject({ code: 'RATE', status: 429 });
  expect((refused as Refused).retryAfterMs).toBeGreaterThan(50_000);
  // Another pupil behind the same address, and staff, are not held up.
  expect(await refusal(session('two', 'pupil'))).toBeNull();
  expect(await refusal(session('three', 'staff'))).toBeNull();
});

it('[SEC-31] counts everybody of a network who is not signed in together', async () => {
  const limit = createRequestLimit({ pupil: 1, staff: 1, pictures: 1, network: 2 });
  await limit(null, 'school');
  await limit(null, 'school');
  await expect(limit(null, 'school')).rejects.toMatchObject({ code: 'RATE' });
  await expect(limit(null, 'elsewhere')).resolves.toBeUndefined();
});

it('[SEC-31] counts pictures apart, so that a board of many does not keep anybody from saving', async () => {
  const limit = createRequestLimit({ pupil: 1, staff: 1, pictures: 2, network: 1 });
  const pupil = session('one', 'pupil');
  await limit(pupil, 'n', true);
  await limit(pupil, 'n', true);
  await expect(limit(pupil, 'n', true)).rejects.toMatchObject({ code: 'RATE' });
  await expect(limit(pupil, 'n')).resolves.toBeUndefined();
});

it('a pupil may ask 120 times a minute and staff 600', () => {
  expect(requestsPerMinute).toMatchObject({ pupil: 120, staff: 600 });
});
