import type { Frame, Pointer, PrivateFrame } from '@bridgeboard/protocol';

import { Observable } from './observable.ts';

/** A place on a page, in its pixels. */
export interface PointerPlace {
  readonly x: number;
  readonly y: number;
}

/**
 * Everybody else's pointers, as far as this view may know them, by key. The value changes when somebody comes or goes, turns
 * the page, selects something or looks at another part of the page (`viewport`, of the own school alone); where pointers are right now is asked with `placeOf` and told by `moved`, so that nobody
 * has to draw a whole page anew because a hand moved.
 */
export class CursorBoard extends Observable<ReadonlyMap<string, Pointer>> {
  /** Counts up whenever some pointer's place changed. */
  readonly moved = new Observable(0);
  readonly #byNumber = new Map<number, Pointer>();
  readonly #places = new Map<number, PointerPlace>();
  #own = '';

  constructor() {
    super(new Map());
  }

  /** A new connection: the server tells all pointers anew. `own` is left out. */
  begin(own: string): void {
    this.#own = own;
    this.clear();
  }

  clear(): void {
    this.#byNumber.clear();
    this.#places.clear();
    if (this.value.size > 0) this.set(new Map());
  }

  /** Where a pointer is now, or null for one that is not known. */
  placeOf(key: string): PointerPlace | null {
    const pointer = this.value.get(key);
    return pointer ? (this.#places.get(pointer.n) ?? null) : null;
  }

  /** What a tick says of pointers. */
  apply({ pointers = [], moves = [], gone = [] }: Pick<Frame, 'pointers' | 'moves' | 'gone'>): void {
    for (let at = 0; at + 2 < moves.length; at += 3) this.#move(moves[at], moves[at + 1], moves[at + 2]);
    for (const pointer of pointers) this.#put(pointer);
    for (const n of gone) this.#drop(n);
    if (pointers.length + gone.length > 0) this.#publish();
    if (moves.length + pointers.length > 0) this.moved.set(this.moved.value + 1);
  }

  /** The whole table, in place of what was known, where a private frame brings it. */
  applyPrivate({ pointers }: Pick<PrivateFrame, 'pointers'>): void {
    if (!pointers) return;
    this.#byNumber.clear();
    this.#places.clear();
    for (const pointer of pointers) this.#put(pointer);
    this.#publish();
    this.moved.set(this.moved.value + 1);
  }

  #put(pointer: Pointer): void {
    this.#byNumber.set(pointer.n, pointer);
    this.#places.set(pointer.n, { x: pointer.x, y: pointer.y });
  }

  #move(n = 0, dx = 0, dy = 0): void {
    const place = this.#places.get(n);
    if (place) this.#places.set(n, { x: place.x + dx, y: place.y + dy });
  }

  #drop(n: number): void {
    this.#byNumber.delete(n);
    this.#places.delete(n);
  }

  #publish(): void {
    const others = [...this.#byNumber.values()].filter(({ key }) => key !== this.#own);
    this.set(new Map(others.map((pointer) => [pointer.key, pointer])));
  }
}
