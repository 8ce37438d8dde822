/** Held in memory alone: it is gone with the page, and is never written down on the device. */
let remembered = '';

/** Keeps the class code that opened the door last, so that the next child at this tablet need not type it. */
export function rememberCode(code: string): void {
  remembered = code;
}

/** The class code that opened the door last on this page; empty when there was none. */
export function recallCode(): string {
  return remembered;
}
