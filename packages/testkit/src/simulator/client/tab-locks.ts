import type { SessionParts } from '@bridgeboard/sync-client';

type Locks = SessionParts['locks'];
type LetGo = () => void;

/** Web Locks of one device: held by the tab that took them until it goes, then given to whoever waits. */
export class TabLocks {
  readonly #held = new Set<string>();
  readonly #waiting = new Map<string, (() => boolean)[]>();

  /** The locks as one tab sees them; `end` is the tab's end, however it comes. */
  tab(): { locks: Locks; end: () => void } {
    const mine = new Set<string>();
    let isAlive = true;
    const take = (name: string): LetGo => {
      this.#held.add(name);
      mine.add(name);
      return () => {
        if (mine.delete(name)) this.#free(name);
      };
    };
    const tryHold = (name: string): Promise<LetGo | null> => Promise.resolve(this.#held.has(name) ? null : take(name));
    const whenFree = (name: string): Promise<LetGo> => {
      if (!this.#held.has(name)) return Promise.resolve(take(name));
      return new Promise((resolve) => {
        const next = (): boolean => {
          if (isAlive) resolve(take(name));
          return isAlive;
        };
        this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), next]);
      });
    };
    const end = (): void => {
      isAlive = false;
      for (const name of mine) {
        mine.delete(name);
        this.#free(name);
      }
    };
    return { locks: { tryHold, whenFree }, end };
  }

  #free(name: string): void {
    this.#held.delete(name);
    const waiting = this.#waiting.get(name) ?? [];
    this.#waiting.delete(name);
    while (waiting.length > 0 && !waiting.shift()?.());
    if (waiting.length > 0) this.#waiting.set(name, waiting);
  }
}
