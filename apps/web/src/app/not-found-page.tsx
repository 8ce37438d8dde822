import type { ReactNode } from 'react';

import { TroublePage } from '../ui/trouble-page.tsx';

export function NotFoundPage(): ReactNode {
  return <TroublePage trouble="notFound" code="NOT_FOUND" />;
}
