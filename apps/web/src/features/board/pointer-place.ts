/** Where somebody is who has not pointed at the page yet: they are here, and their cursor is nowhere. */
export const nowhere = { x: -100_000, y: -100_000 } as const;

/** Whether a cursor stands somewhere on its page. Another school's view of it may have been rounded. */
export function isSomewhere({ x, y }: { readonly x: number; readonly y: number }): boolean {
  return x > nowhere.x + 100 || y > nowhere.y + 100;
}
