import type { HttpRefusal } from '@bridgeboard/protocol';

import type { MessageId, Translate } from '../i18n/translate.ts';
import { CallFailed, failureCode } from './call-failed.ts';
import { listWords } from './list-words.ts';

/** What happened, in the reader's own language: the page's, not the one the server guessed from a header. */
export function describeFailure(error: unknown, t: Translate): string {
  const code = failureCode(error);
  if (code === 'UNREACHABLE') return t('call.unreachable');
  const id: MessageId = `error.${code}`;
  return withCharter(t(id), error instanceof CallFailed ? error.charter : undefined, t);
}

/** Why can't I (CH10): a reason with the line of the charter that it comes from, and whose rule that is. */
export function withCharter(reason: string, charter: HttpRefusal['charter'], t: Translate): string {
  if (charter === undefined) return reason;
  const { line, schools } = charter;
  return t('charter.why', { reason, line: t(`charter.line.${line}`), schools: listWords(schools) });
}
