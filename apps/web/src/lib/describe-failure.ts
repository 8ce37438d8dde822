import type { MessageId, Translate } from '../i18n/translate.ts';
import { CallFailed, failureCode } from './call-failed.ts';
import { listWords } from './list-words.ts';

/** What happened, in the reader's own language: the page's, not the one the server guessed from a header. */
export function describeFailure(error: unknown, t: Translate): string {
  const code = failureCode(error);
  if (code === 'UNREACHABLE') return t('call.unreachable');
  const id: MessageId = `error.${code}`;
  const reason = t(id);
  if (!(error instanceof CallFailed) || error.charter === undefined) return reason;
  // Why can't I: the line of the charter, and whose rule it is.
  const { line, schools } = error.charter;
  return t('charter.why', { reason, line: t(`charter.line.${line}`), schools: listWords(schools) });
}
