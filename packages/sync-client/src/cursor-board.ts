import type { Cursor, Frame } from '@bridgeboard/protocol';

import { Observable } from './observable.ts';

/** Everybody else's cursors, as far as this view may know them. */
export class CursorBoard extends Observable<ReadonlyMap<string, Cursor>> {
  #own = '';

  constructor() {
    super(new Map());
  }

  /** A new connection: the server tells all cursors anew. `own` is left out. */
  begin(own: string): void {
    this.#own = own;
    this.clear();
  }

  clear(): void {
    if (this.value.size > 0) this.set(new Map());
  }

  apply(frame: Pick<Frame, 'cursors' | 'gone'>): void {
    if (!frame.cursors && !frame.gone) return;
    const next = new Map(this.value);
    for (const cursor of frame.cursors ?? []) if (cursor.key !== this.#own) next.set(cursor.key, cursor);
    for (const key of frame.gone ?? []) next.delete(key);
    this.set(next);
  }
}
