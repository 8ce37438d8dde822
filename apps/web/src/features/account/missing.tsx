import type { ReactNode } from 'react';

import { AskAgain } from '../../lib/ask-again.tsx';
import { SlowLoading } from '../../lib/slow-loading.tsx';

/** In place of what is not there: why, or that it is on its way. */
export function Missing({ error, onRetry }: { readonly error: Error | null; readonly onRetry: () => void }): ReactNode {
  return error === null ? <SlowLoading rows={2} /> : <AskAgain error={error} onRetry={onRetry} />;
}
