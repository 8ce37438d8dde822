/**
 * Who points to whom: for each record the ids of those that point to it, as parent or bound shape, in any version.
 * A draft lies over another index and leaves it as it is. No set is ever copied, so a page may hold thousands.
 */
export class ReferrerIndex {
  readonly #below: ReferrerIndex | null;
  readonly #added = new Map<string, Set<string>>();
  readonly #removed = new Map<string, Set<string>>();

  constructor(below: ReferrerIndex | null = null) {
    this.#below = below;
  }

  *of(target: string): Iterable<string> {
    const removed = this.#removed.get(target);
    for (const id of this.#below?.of(target) ?? []) if (!removed?.has(id)) yield id;
    yield* this.#added.get(target) ?? [];
  }

  /** Whether nobody points to it. */
  isEmpty(target: string): boolean {
    for (const _ of this.of(target)) return false;
    return true;
  }

  has(target: string, id: string): boolean {
    if (this.#added.get(target)?.has(id)) return true;
    return !this.#removed.get(target)?.has(id) && (this.#below?.has(target, id) ?? false);
  }

  add(target: string, id: string): void {
    take(this.#removed, target, id);
    if (!this.has(target, id)) put(this.#added, target, id);
  }

  remove(target: string, id: string): void {
    take(this.#added, target, id);
    if (this.#below?.has(target, id)) put(this.#removed, target, id);
  }

  /** Everything that is pointed to. */
  *targets(): Iterable<string> {
    for (const target of this.#below?.targets() ?? []) if (!this.#added.has(target)) yield target;
    yield* this.#added.keys();
  }
}

function put(sets: Map<string, Set<string>>, target: string, id: string): void {
  const known = sets.get(target);
  if (known) known.add(id);
  else sets.set(target, new Set([id]));
}

function take(sets: Map<string, Set<string>>, target: string, id: string): void {
  const known = sets.get(target);
  if (known?.delete(id) && known.size === 0) sets.delete(target);
}
