import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';

import type { Locale } from '../../../web/src/i18n/locales.ts';
import ar from '../../../web/src/i18n/messages/ar.json' with { type: 'json' };
import en from '../../../web/src/i18n/messages/en.json' with { type: 'json' };
import fr from '../../../web/src/i18n/messages/fr.json' with { type: 'json' };
import type { Translate } from '../../../web/src/i18n/translate.ts';

const catalogues: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en,
  fr: { ...en, ...fr },
  ar: { ...en, ...ar },
};

const prepared = new Map<Locale, Translate>();

/** The messages of one language for pages made here. Each message is compiled when a page first needs it. */
export function sayIn(locale: Locale): Translate {
  const known = prepared.get(locale);
  if (known !== undefined) return known;
  const i18n = setupI18n({ locale, messages: { [locale]: catalogues[locale] } });
  i18n.setMessagesCompiler(compileMessage);
  function say(...[id, values]: Parameters<Translate>): string {
    return i18n._(id, values);
  }
  prepared.set(locale, say);
  return say;
}
