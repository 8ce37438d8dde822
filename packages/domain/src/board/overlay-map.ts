/** A map that holds changes to another map without touching it: the draft of a step that may still fail. */
export class OverlayMap<K, V> implements ReadableMap<K, V> {
  readonly #below: ReadableMap<K, V>;
  readonly #changed = new Map<K, V | undefined>();

  constructor(below: ReadableMap<K, V>) {
    this.#below = below;
  }

  get(key: K): V | undefined {
    return this.#changed.has(key) ? this.#changed.get(key) : this.#below.get(key);
  }

  set(key: K, value: V): void {
    this.#changed.set(key, value);
  }

  delete(key: K): void {
    this.#changed.set(key, undefined);
  }

  *entries(): IterableIterator<[K, V]> {
    for (const [key, value] of this.#below.entries()) {
      if (!this.#changed.has(key)) yield [key, value];
    }
    for (const [key, value] of this.#changed) {
      if (value !== undefined) yield [key, value];
    }
  }
}

/** What reading a board needs of a map. */
export interface ReadableMap<K, V> {
  get(key: K): V | undefined;
  entries(): IterableIterator<[K, V]>;
}

/** What a step of a board needs of a map; `Map` and `OverlayMap` both are one. */
export interface WritableMap<K, V> extends ReadableMap<K, V> {
  set(key: K, value: V): unknown;
  delete(key: K): unknown;
}
