type Address = Pick<Location, 'hash' | 'pathname' | 'search'>;
type Past = Pick<History, 'replaceState'>;

let held = '';

/**
 * Takes what stands behind the # out of the address and of the history, whatever it is, and keeps it in memory: a secret
 * must not be read off the address bar or come back with the back button.
 */
export function holdFragment({ hash, pathname, search }: Address, past: Past): void {
  if (hash.length < 2) return;
  held = hash.slice(1);
  past.replaceState(null, '', `${pathname}${search}`);
}

/** What was taken out of the address last, or ''. */
export function heldFragment(): string {
  return held;
}
