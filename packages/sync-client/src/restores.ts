import { Observable } from './observable.ts';
import type { Outbox } from './outbox/outbox.ts';

interface Begun {
  readonly epoch: string;
  readonly restoredTo?: number | undefined;
  /** What was confirmed here was of another epoch. */
  readonly isRestored: boolean;
}

/** A board was restored: to which moment, ms since 1970, where the server says it. */
export interface Restored {
  readonly to: number | null;
}

/**
 * P33: notices that the board was restored since this device last knew it, by what it had confirmed or by what still waits
 * here. What was not sent yet then goes again, as work of before: a teacher looks at it first.
 */
export class Restores {
  /** The last restore that was noticed; null where none was. */
  readonly noticed = new Observable<Restored | null>(null);
  readonly #outbox: Outbox;
  #restoredTo: number | null = null;

  constructor({ outbox }: { outbox: Outbox }) {
    this.#outbox = outbox;
  }

  /** The view begins in this epoch. */
  begun({ epoch, restoredTo, isRestored }: Begun): void {
    this.#outbox.epoch = epoch;
    this.#restoredTo = restoredTo ?? null;
    const hasFormerWork = this.#outbox.takeFormerEpochs();
    if (isRestored || hasFormerWork) this.#tell();
  }

  /** What a closed tab left has come in, perhaps from another epoch. */
  takenOver(): void {
    if (this.#outbox.epoch !== null && this.#outbox.takeFormerEpochs()) this.#tell();
  }

  #tell(): void {
    this.#outbox.pending.markLate();
    this.noticed.set({ to: this.#restoredTo });
  }
}
