import { errorRules } from '@bridgeboard/protocol';
import type { ErrorCode, HttpRefusal } from '@bridgeboard/protocol';

import ar from '../../../web/src/i18n/messages/ar.json' with { type: 'json' };
import en from '../../../web/src/i18n/messages/en.json' with { type: 'json' };
import fr from '../../../web/src/i18n/messages/fr.json' with { type: 'json' };
import type { Locale } from '../../../web/src/i18n/locales.ts';

const catalogues: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { en, fr, ar };

/** The plain words of a code in the reader's language. */
export function messageOf(code: ErrorCode, language: Locale): string {
  const id = `error.${code}`;
  return catalogues[language][id] ?? catalogues.en[id] ?? code;
}

/** The body of a refusal. It says the code and what the reader can do, and nothing of how the server works. */
export function refusalAnswer(refusal: {
  code: ErrorCode;
  language: Locale;
  requestId: string;
  retryAfterMs?: number | undefined;
  charter?: HttpRefusal['charter'];
}): HttpRefusal {
  const { code, language, requestId, retryAfterMs, charter } = refusal;
  return {
    code,
    message: messageOf(code, language),
    retryable: errorRules[code].retryable,
    requestId,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs: Math.ceil(retryAfterMs) }),
    ...(charter === undefined ? {} : { charter }),
  };
}
