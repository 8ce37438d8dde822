import { describe, expect, it } from 'vitest';

import { failedByCode, failedByRefusal, failedToReach, failureCode, isOffline, isTransient } from './call-failed.ts';

describe('a refusal', () => {
  it('keeps code, request and wait of the server', () => {
    const refusal = {
      code: 'PIN_PAUSED',
      message: '',
      retryable: true,
      requestId: 'r1',
      retryAfterMs: 23_000,
    } as const;
    expect(failedByRefusal(refusal)).toMatchObject({ code: 'PIN_PAUSED', requestId: 'r1', retryAfterMs: 23_000 });
  });

  it('is worth another try where the table of codes says so', () => {
    expect(isTransient(failedByCode('BUSY'))).toBe(true);
    expect(isTransient(failedByCode('FORBIDDEN'))).toBe(false);
  });
});

describe('failureCode', () => {
  it('calls a mistake of ours INTERNAL', () => {
    expect(failureCode(new TypeError('x is not a function'))).toBe('INTERNAL');
  });
});

describe('isOffline', () => {
  it('is so without a network and where no answer of ours comes back, not after a refusal', () => {
    expect(isOffline({ fetchStatus: 'paused', failureReason: null })).toBe(true);
    expect(isOffline({ fetchStatus: 'fetching', failureReason: failedToReach() })).toBe(true);
    expect(isOffline({ fetchStatus: 'idle', failureReason: failedByCode('NOT_FOUND') })).toBe(false);
  });
});
