import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

import { JoinFlow } from '../../features/join/join-flow.tsx';
import { useT } from '../../i18n/translate.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { paths } from '../paths.ts';

/** A pupil's way in: code, name, four pictures. */
export function JoinPage(): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  useDocumentTitle(t('join.documentTitle'));
  return <JoinFlow onIn={() => navigate(paths.lobby, { replace: true })} />;
}
