/** How a server stands: it takes requests only while it is serving. */
export type Phase = 'starting' | 'serving' | 'draining';

interface Parts {
  readonly phase: () => Phase;
  /** Resolves when the store answers a read and a write. */
  readonly ping: () => Promise<void>;
  /** ms since 1970. */
  readonly now: () => number;
  /** Resolves after so many ms. */
  readonly wait: (ms: number) => Promise<void>;
}

/** How long an answer counts, so that nobody can load the store by asking (OP2). */
const freshMs = 1_000;
/** A store that needs longer for a read and a write is no help to a lesson. */
const deadlineMs = 2_000;

/** Whether this server can serve a lesson right now. At most one question to the store is on its way at a time. */
export class Readiness {
  readonly #parts: Parts;
  #asking: Promise<boolean> | null = null;
  #known: { readonly isReady: boolean; readonly at: number } | null = null;
  /** A question that ran past its deadline and has not come back: a stuck store gets no second one. */
  #isStuck = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get phase(): Phase {
    return this.#parts.phase();
  }

  /** Resolves within the deadline, whatever the store does; never rejects. */
  async isReady(): Promise<boolean> {
    if (this.phase !== 'serving') return false;
    if (this.#known !== null && this.#parts.now() - this.#known.at < freshMs) return this.#known.isReady;
    if (this.#asking === null && this.#isStuck) return false;
    this.#asking ??= this.#ask();
    return this.#asking;
  }

  async #ask(): Promise<boolean> {
    const isReady = await this.#answersInTime();
    this.#known = { isReady, at: this.#parts.now() };
    this.#asking = null;
    return isReady;
  }

  async #answersInTime(): Promise<boolean> {
    this.#isStuck = true;
    const came = (isReady: boolean): boolean => {
      this.#isStuck = false;
      return isReady;
    };
    const answer = this.#parts.ping().then(
      () => came(true),
      () => came(false),
    );
    return Promise.race([answer, this.#parts.wait(deadlineMs).then(() => false)]);
  }
}
