import { useState } from 'react';

import { CallFailed } from '../../lib/call-failed.ts';
import { useNow } from '../../lib/use-now.ts';
import { usePostPin } from './join-api.ts';
import type { PupilTile } from './join-api.ts';
import { startEntry, tapEntry } from './pin-entry.ts';
import type { PinEntry } from './pin-entry.ts';
import { takeBack } from './pin-taps.ts';

export type PinDesk = {
  readonly entry: PinEntry;
  /** The four are on their way to the server. */
  readonly checking: boolean;
  /** Seconds of the pause after too many misses; 0 when there is none. */
  readonly pauseSeconds: number;
  readonly failure: Error | undefined;
  readonly tapPicture: (picture: number) => void;
  readonly takeOneBack: () => void;
};

const usualPauseMs = 30_000;

/** The taps of one pupil, from the first picture until the server says who that is. */
export function usePinEntry(pupil: PupilTile, onIn: () => void): PinDesk {
  const post = usePostPin();
  const [entry, setEntry] = useState(() => startEntry(pupil.hasPin));
  const { pauseSeconds, pauseFor } = usePause();
  const checking = post.isPending || post.isSuccess;

  function startOver(error: Error): void {
    setEntry(startEntry(pupil.hasPin));
    const isPause = error instanceof CallFailed && error.code === 'PIN_PAUSED';
    if (isPause) pauseFor(error.retryAfterMs ?? usualPauseMs);
  }
  function tapPicture(picture: number): void {
    if (checking || pauseSeconds > 0) return;
    const { entry: next, send } = tapEntry(entry, picture);
    post.reset();
    setEntry(next);
    if (send !== undefined) post.mutate({ pupil: pupil.id, pin: send }, { onSuccess: onIn, onError: startOver });
  }
  const takeOneBack = (): void => setEntry({ ...entry, taps: takeBack(entry.taps) });
  return { entry, checking, pauseSeconds, failure: post.error ?? undefined, tapPicture, takeOneBack };
}

/** A rest after too many misses, counted down in whole seconds. */
function usePause(): { readonly pauseSeconds: number; readonly pauseFor: (ms: number) => void } {
  const now = useNow(500);
  const [until, setUntil] = useState(0);
  return { pauseSeconds: Math.max(0, Math.ceil((until - now) / 1_000)), pauseFor: (ms) => setUntil(Date.now() + ms) };
}
