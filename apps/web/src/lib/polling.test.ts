import { describe, expect, it } from 'vitest';

import { CallFailed } from './call-failed.ts';
import { backOff, pollEvery } from './polling.ts';

const unreachable = new CallFailed({ code: 'UNREACHABLE', retryable: true });
const refused = new CallFailed({ code: 'NOT_FOUND', retryable: false });

describe('backOff', () => {
  it('asks less and less often, but at least twice a minute', () => {
    expect([0, 1, 2, 3, 4, 20].map((failures) => backOff(2_000, failures))).toEqual([
      2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
  });
});

describe('pollEvery', () => {
  const polling = pollEvery(2_000);

  it('goes on while the server cannot be reached, and ends at a refusal that waiting cannot mend', () => {
    expect(polling.retry(50, unreachable)).toBe(true);
    expect(polling.retry(0, refused)).toBe(false);
  });

  it('does not ask again by itself after a refusal', () => {
    expect(polling.refetchInterval({ state: { status: 'success' } })).toBe(2_000);
    expect(polling.refetchInterval({ state: { status: 'error' } })).toBe(false);
  });
});
