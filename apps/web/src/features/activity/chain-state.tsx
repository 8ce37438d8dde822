import type { AuditView } from '@bridgeboard/protocol';
import { Clock, ShieldAlert, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Badge } from '../../ui/badge.tsx';

/** Whether anybody has changed the log since it was written. */
export function ChainState({ chain }: { readonly chain: AuditView['chain'] }): ReactNode {
  const t = useT();
  if (chain.brokenAt !== null) {
    return (
      <Badge tone="danger" icon={ShieldAlert}>
        {t('audit.broken', { line: chain.brokenAt })}
      </Badge>
    );
  }
  return chain.checked < chain.lines ? (
    <Badge tone="plain" icon={Clock}>
      {t('audit.checking', { checked: chain.checked, lines: chain.lines })}
    </Badge>
  ) : (
    <Badge tone="plain" icon={ShieldCheck}>
      {t('audit.whole', { count: chain.lines })}
    </Badge>
  );
}
