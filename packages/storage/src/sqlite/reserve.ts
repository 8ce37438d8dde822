import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Enough for a lesson's worth of hiding and deciding, in bytes. */
const size = 1024 * 1024;
/** Where the disk is full it is asked for room again no more often than this, in ms. */
const askAgainMs = 1_000;

/**
 * Room on the disk, held back by a file that means nothing: where the disk is full, taking the file away lets staff go on
 * hiding and deciding. Until the room is held again there is none for anything else.
 */
export class Reserve {
  readonly #file: string;
  #isHeld: boolean;
  #askedAt = -Infinity;

  constructor(folder: string) {
    this.#file = join(folder, 'bridgeboard.reserve');
    this.#isHeld = existsSync(this.#file);
    this.hold();
  }

  /** Takes the room where it is not held, and says whether it is now. */
  hold(): boolean {
    const now = performance.now();
    if (this.#isHeld || now - this.#askedAt < askAgainMs) return this.#isHeld;
    this.#askedAt = now;
    try {
      // Written out: room that is only promised is not there when the disk is full.
      writeFileSync(this.#file, Buffer.alloc(size, '.'));
      this.#isHeld = true;
    } catch {
      rmSync(this.#file, { force: true });
    }
    return this.#isHeld;
  }

  /** Gives the room away; false where that was done before. */
  giveAway(): boolean {
    const wasHeld = this.#isHeld;
    this.#isHeld = false;
    rmSync(this.#file, { force: true });
    return wasHeld;
  }
}
