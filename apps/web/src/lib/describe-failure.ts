import type { MessageId, Translate } from '../i18n/translate.ts';
import { failureCode } from './call-failed.ts';

/** What happened, in the reader's own language: the page's, not the one the server guessed from a header. */
export function describeFailure(error: unknown, t: Translate): string {
  const code = failureCode(error);
  if (code === 'UNREACHABLE') return t('call.unreachable');
  const id: MessageId = `error.${code}`;
  return t(id);
}
