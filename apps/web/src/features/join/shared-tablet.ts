/** What a tab remembers while a tablet goes round a class. It goes with the tab, and holds nothing of any pupil. */
const codeKey = 'bridgeboard:class-code';
const sharedKey = 'bridgeboard:shared-tablet';

/** Keeps the class code that opened the door last: the next child need not type it, not even where the page was loaded again. */
export function rememberCode(code: string): void {
  sessionStorage.setItem(codeKey, code);
}

/** The class code that opened the door last in this tab; empty when there was none. */
export function recallCode(): string {
  return sessionStorage.getItem(codeKey) ?? '';
}

/** From now on this tablet goes from one pupil to the next. */
export function shareTablet(): void {
  sessionStorage.setItem(sharedKey, 'yes');
}

export function isTabletShared(): boolean {
  return sessionStorage.getItem(sharedKey) !== null;
}

/** The lesson is over for this tablet: the next one types a code. */
export function forgetClass(): void {
  sessionStorage.removeItem(codeKey);
  sessionStorage.removeItem(sharedKey);
}
