/** How often the page looks at the clock, and what counts as time that it was not there for. */
const lookEveryMs = 5_000;
const sleptMs = 15_000;

interface PageLife {
  /** The page may be frozen or closed without another word. */
  readonly onRest: () => void;
  /** The page may have slept, or the network may be gone or another one. */
  readonly onWake: () => void;
}

/**
 * Follows a page through hiding, sleep and being shown again. Not every device says that it slept: a clock that jumped
 * says so too. The answer ends it.
 */
export function watchPageLife({ onRest, onWake }: PageLife): () => void {
  const turn = (): void => (document.visibilityState === 'hidden' ? onRest() : onWake());
  let lookedAt = Date.now();
  const look = (): void => {
    const slept = Date.now() - lookedAt > sleptMs;
    lookedAt = Date.now();
    // A page in the background is shown its clock once a minute; that is no sleep.
    if (slept && document.visibilityState === 'visible') onWake();
  };
  const clock = setInterval(look, lookEveryMs);
  document.addEventListener('visibilitychange', turn);
  document.addEventListener('resume', onWake);
  document.addEventListener('freeze', onRest);
  addEventListener('pagehide', onRest);
  addEventListener('pageshow', onWake);
  addEventListener('online', onWake);
  addEventListener('offline', onWake);
  return () => {
    clearInterval(clock);
    document.removeEventListener('visibilitychange', turn);
    document.removeEventListener('resume', onWake);
    document.removeEventListener('freeze', onRest);
    removeEventListener('pagehide', onRest);
    removeEventListener('pageshow', onWake);
    removeEventListener('online', onWake);
    removeEventListener('offline', onWake);
  };
}
