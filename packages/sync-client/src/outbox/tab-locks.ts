/** Tells whether another tab of this browser is still at work. */
export interface TabLocks {
  /** This browser cannot tell living tabs from closed ones. */
  readonly isBlind?: boolean;
  /** Holds a name for as long as this page lives, or answers null where another tab holds it. The answer lets go. */
  tryHold(name: string): Promise<(() => void) | null>;
  /** Waits until nobody holds a name, and holds it then. The answer lets go. */
  whenFree?(name: string): Promise<() => void>;
}

/** Web Locks. Where the browser has none, nothing counts as held: work is then sent too often rather than never. */
export function browserTabLocks(locks: LockManager | undefined): TabLocks {
  return {
    isBlind: locks === undefined,
    ...(locks ? { whenFree: (name) => hold(locks, name) } : {}),
    tryHold(name) {
      if (!locks) return Promise.resolve(() => undefined);
      return new Promise((resolve, reject) => {
        locks
          .request(name, { ifAvailable: true }, (lock) => {
            if (!lock) {
              resolve(null);
              return undefined;
            }
            return new Promise<void>((letGo) => resolve(letGo));
          })
          .catch(reject);
      });
    },
  };
}

function hold(locks: LockManager, name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    locks.request(name, () => new Promise<void>((letGo) => resolve(letGo))).catch(reject);
  });
}
