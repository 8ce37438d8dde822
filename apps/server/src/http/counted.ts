/** Counts what is held under each key, with a most for each; zero is forgotten. */
export class Counted {
  readonly #counts = new Map<string, number>();

  /** Takes one under this key unless `most` are held already; the answer gives it back, once however often it is called. */
  take(key: string, most: number): (() => void) | null {
    const held = this.of(key);
    if (held >= most) return null;
    this.#counts.set(key, held + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const left = this.of(key) - 1;
      if (left > 0) this.#counts.set(key, left);
      else this.#counts.delete(key);
    };
  }

  /** How many are held under this key. */
  of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }
}
