import type { PresenceMessage } from '@bridgeboard/protocol';

import type { Timers } from './timers.ts';

/** At most 20 a second. */
const pauseMs = 50;

interface PresenceParts {
  readonly timers: Timers;
  readonly send: (message: PresenceMessage) => void;
}

/** Sends where this person's pointer is: the newest place only, and nothing while it rests. */
export class PresenceSender {
  readonly #parts: PresenceParts;
  #isJoined = false;
  #newest: PresenceMessage | null = null;
  #isNews = false;
  #isPausing = false;

  constructor(parts: PresenceParts) {
    this.#parts = parts;
  }

  /** Joined or not; a new connection is told the place anew. */
  connected(isJoined: boolean): void {
    this.#isJoined = isJoined;
    this.#isNews = this.#newest !== null;
    if (isJoined) this.#sendSoon();
  }

  move(message: PresenceMessage): void {
    // That a drawing begins is said at once: until then the cursor would show the line that is drawn (P31).
    const becomesBusy = message.busy && this.#newest?.busy !== true;
    this.#newest = message;
    this.#isNews = true;
    if (becomesBusy) this.#send();
    else this.#sendSoon();
  }

  #sendSoon(): void {
    if (this.#isPausing || !this.#isNews || !this.#isJoined) return;
    this.#send();
    this.#isPausing = true;
    this.#parts.timers.after(pauseMs, () => {
      this.#isPausing = false;
      this.#sendSoon();
    });
  }

  #send(): void {
    if (!this.#newest || !this.#isNews || !this.#isJoined) return;
    this.#isNews = false;
    this.#parts.send(this.#newest);
  }
}
