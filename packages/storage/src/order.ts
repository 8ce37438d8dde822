/** Compares as SQLite and MongoDB do for our ids, which are ASCII: for `sort`. */
export function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
