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
  const watch = new AbortController();
  const { signal } = watch;
  document.addEventListener('visibilitychange', turn, { signal });
  document.addEventListener('resume', onWake, { signal });
  document.addEventListener('freeze', onRest, { signal });
  addEventListener('pagehide', onRest, { signal });
  addEventListener('pageshow', onWake, { signal });
  addEventListener('online', onWake, { signal });
  addEventListener('offline', onWake, { signal });
  return () => {
    clearInterval(clock);
    watch.abort();
  };
}
