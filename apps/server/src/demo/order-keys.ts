const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The `nth` key of an order of shapes, from 1, each sorting after the one before, in the format of tldraw's indexes. */
export function orderKey(nth: number): string {
  const base = digits.length;
  if (nth < base) return `a${digits.charAt(nth)}`;
  const rest = nth - base;
  if (rest >= base * base) throw new RangeError('more shapes than two digits can order');
  return `b${digits.charAt(Math.floor(rest / base))}${digits.charAt(rest % base)}`;
}
