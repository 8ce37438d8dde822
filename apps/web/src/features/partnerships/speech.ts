import { useLingui } from '@lingui/react';

import { currentLocale } from '../../i18n/language.ts';
import { isLocale, locales } from '../../i18n/locales.ts';
import { useT } from '../../i18n/translate.ts';
import type { Translate } from '../../i18n/translate.ts';
import { isolate } from '../../lib/isolate.ts';

/** Words, dates and lists in the language in which a charter is being read, which need not be the page's. */
export interface Speech {
  readonly t: Translate;
  /** The language as `Intl` needs it. */
  readonly intl: string;
  readonly list: (words: readonly string[]) => string;
}

export function useSpeech(): Speech {
  const t = useT();
  const { i18n } = useLingui();
  const { intl } = locales[isLocale(i18n.locale) ? i18n.locale : currentLocale()];
  const list = (words: readonly string[]): string => new Intl.ListFormat(intl).format(words.map(isolate));
  return { t, intl, list };
}
