import type { Translate } from '../../i18n/translate.ts';

/** A page that nobody has named has only its number. */
export function pageName(name: string, t: Translate): string {
  return /^\d+$/.test(name) ? t('board.page.name', { number: Number(name) }) : name;
}
