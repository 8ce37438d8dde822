/** How often a school with a weak link is told where the others' pointers are, in ms. */
export const slowPointersMs = 10_000;

/** Sockets that are told of others' pointers now and then, as they stand, and of no move between. */
export class SlowPointers {
  readonly #refreshes = new Set<() => void>();
  #toldAt = 0;

  /** Takes one in; answers what takes it out again. */
  add(refresh: () => void): () => void {
    this.#refreshes.add(refresh);
    return () => void this.#refreshes.delete(refresh);
  }

  /** Called on a timer. */
  beat(now: number): void {
    if (now - this.#toldAt < slowPointersMs) return;
    this.#toldAt = now;
    for (const refresh of this.#refreshes) refresh();
  }
}
