type Reason = 'start' | 'mode' | 'staff' | 'decision';

/** Words that some people may see, and why they may. */
export class LetOut {
  readonly #why = new Map<string, Set<Reason>>();

  add(words: string | null, reason: Reason): void {
    if (words !== null) this.#why.set(words, (this.#why.get(words) ?? new Set()).add(reason));
  }

  /** What a decision let out is taken back; what was let out for another reason stays. */
  takeBackDecision(): void {
    for (const reasons of this.#why.values()) reasons.delete('decision');
  }

  /** Whether these words, or no words at all, may be seen. */
  has(words: string | null): boolean {
    return words === null || (this.#why.get(words)?.size ?? 0) > 0;
  }
}
