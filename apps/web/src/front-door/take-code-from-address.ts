import { bareCode, codeLength } from './class-code-text.ts';

type Address = Pick<Location, 'hash' | 'pathname' | 'search'>;
type Past = Pick<History, 'replaceState'>;

let held: string | undefined;

/**
 * Takes a scanned code out of the address before the app does anything else, and keeps it until
 * `takeCodeFromAddress` asks.
 */
export function holdCodeFromAddress(address: Address, past: Past): void {
  held = takeCodeFromAddress(address, past);
}

/**
 * The class code of `/join#CODE`, as a QR card opens it. The fragment is taken out of the address and of the history
 * first, whatever it holds.
 */
export function takeCodeFromAddress(address: Address, past: Past): string | undefined {
  const waiting = held;
  held = undefined;
  const { hash } = address;
  if (hash.length < 2) return waiting;
  past.replaceState(null, '', `${address.pathname}${address.search}`);
  const code = bareCode(hash.slice(1));
  return code.length === codeLength ? code : undefined;
}
