import { QrCode } from 'lucide-react';
import type { ReactNode } from 'react';

import { formatClock } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { useNow } from '../../lib/use-now.ts';
import { Row, RowList } from '../../ui/row-list.tsx';
import styles from './people-screen.module.css';
import { useCodes } from './permissions-api.ts';

/** Every link and code that opens this board to somebody, what it allows and until when. */
export function LinkList({ boardId }: { readonly boardId: string }): ReactNode {
  const t = useT();
  const now = useNow(15_000);
  const { data: door } = useCodes(boardId);
  if (door === undefined) return null;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const until = formatClock(new Date(door.openUntil), zone, formatLocale());
  const isOpen = door.openUntil > now;
  return (
    <section>
      <h2 id="links" className={styles.title}>
        {t('permissions.links')}
      </h2>
      <RowList labelledBy="links">
        {door.classes.map(({ id, name, code }) => (
          <Row
            key={id}
            icon={QrCode}
            title={<bdi>{code}</bdi>}
            detail={t('permissions.codeOf', { class: name })}
            end={<span>{isOpen ? t('permissions.until', { time: until }) : t('permissions.doorShut')}</span>}
          />
        ))}
      </RowList>
    </section>
  );
}
