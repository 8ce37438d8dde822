import type { Translate } from '../i18n/translate.ts';
import { CallFailed } from './call-failed.ts';
import { describeFailure } from './describe-failure.ts';

/** Why a password or a code was not taken; after too many wrong ones, how long to wait. */
export function describeGuessFailure(error: Error, t: Translate): string {
  const isPause = error instanceof CallFailed && error.code === 'RATE' && error.retryAfterMs !== undefined;
  if (isPause) return t('signIn.pause', { seconds: Math.ceil((error.retryAfterMs ?? 0) / 1_000) });
  return describeFailure(error, t);
}
