/** What the watch needs of time; the browser's own timers, or a test's. */
interface IdleTimers {
  readonly after: (ms: number, work: () => void) => () => void;
}

interface IdleWatchParts {
  readonly timers: IdleTimers;
  /** Nothing has happened for this long: asks whether somebody is still there. */
  readonly askAfterMs: number;
  /** And for this long after that: nobody is. */
  readonly leaveAfterMs: number;
  readonly onAsk: (isAsking: boolean) => void;
  readonly onLeave: () => void;
}

/** Notices that whoever held a shared tablet has put it down. */
export class IdleWatch {
  readonly #parts: IdleWatchParts;
  #isAsking = false;
  #stopTimer: () => void = () => undefined;

  constructor(parts: IdleWatchParts) {
    this.#parts = parts;
  }

  /** Somebody did something, or the watch begins. */
  readonly touched = (): void => {
    const { timers, askAfterMs } = this.#parts;
    this.#stopTimer();
    this.#ask(false);
    this.#stopTimer = timers.after(askAfterMs, () => this.#wonder());
  };

  readonly stop = (): void => this.#stopTimer();

  #wonder(): void {
    const { timers, leaveAfterMs, onLeave } = this.#parts;
    this.#ask(true);
    this.#stopTimer = timers.after(leaveAfterMs, onLeave);
  }

  #ask(isAsking: boolean): void {
    if (isAsking === this.#isAsking) return;
    this.#isAsking = isAsking;
    this.#parts.onAsk(isAsking);
  }
}
