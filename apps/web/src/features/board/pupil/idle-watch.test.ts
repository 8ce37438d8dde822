import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { IdleWatch } from './idle-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watching() {
  const heard: string[] = [];
  const watch = new IdleWatch({
    timers: {
      after: (ms, work) => {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
    },
    askAfterMs: 15_000,
    leaveAfterMs: 5_000,
    onAsk: (isAsking) => void heard.push(isAsking ? 'asks' : 'is answered'),
    onLeave: () => void heard.push('leaves'),
  });
  watch.touched();
  return { watch, heard };
}

test('[PU13] asks after 15 s without a touch and goes back to the names after 20', () => {
  const { heard } = watching();
  vi.advanceTimersByTime(14_999);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual(['asks']);
  vi.advanceTimersByTime(4_999);
  expect(heard).toEqual(['asks']);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual(['asks', 'leaves']);
});

test('[PU13] every touch begins the time anew, the question’s too', () => {
  const { watch, heard } = watching();
  vi.advanceTimersByTime(10_000);
  watch.touched();
  vi.advanceTimersByTime(14_999);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(1);
  watch.touched();
  vi.advanceTimersByTime(15_000);
  expect(heard).toEqual(['asks', 'is answered', 'asks']);
});

test('[PU13] a board that is left asks nothing any more', () => {
  const { watch, heard } = watching();
  watch.stop();
  vi.advanceTimersByTime(60_000);
  expect(heard).toEqual([]);
});
