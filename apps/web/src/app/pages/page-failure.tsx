import type { ReactNode } from 'react';

import { CallFailed, failureCode } from '../../lib/call-failed.ts';
import { TroublePage } from '../../ui/trouble-page.tsx';
import { EndedPage } from './ended-page.tsx';
import { FactorNeeded } from './factor-needed.tsx';

/** A whole page that cannot be shown: signed out, not there, of an older version, offline, or a mistake of ours. */
export function PageFailure({ error }: { readonly error: Error }): ReactNode {
  const code = failureCode(error);
  if (code === 'SIGN_IN_NEEDED' || code === 'SESSION_ENDED') return <EndedPage />;
  if (code === 'SECOND_FACTOR_NEEDED') return <FactorNeeded />;
  if (code === 'NOT_FOUND' || code === 'FORBIDDEN') return <TroublePage trouble="notFound" code={code} />;
  if (code === 'BAD_PROTOCOL') return <TroublePage trouble="updated" code={code} />;
  if (code === 'UNREACHABLE') return <TroublePage trouble="offline" code={code} />;
  const requestId = error instanceof CallFailed ? error.requestId : '';
  return <TroublePage trouble="error" code={`${code} ${requestId}`.trim()} />;
}
