import { Observable } from '@bridgeboard/sync-client';

/** How many things of a board cannot be shown in this browser: left out of the store, or given up while being drawn. */
export class SkippedThings {
  readonly count = new Observable(0);
  #leftOut = 0;
  #notDrawn = 0;

  /** So many did not get as far as the canvas. */
  leftOut(count: number): void {
    this.#leftOut = count;
    this.#publish();
  }

  /** One could not be drawn; the answer takes that back. */
  notDrawn(): () => void {
    this.#notDrawn += 1;
    this.#publish();
    return () => {
      this.#notDrawn -= 1;
      this.#publish();
    };
  }

  #publish(): void {
    this.count.set(this.#leftOut + this.#notDrawn);
  }
}
