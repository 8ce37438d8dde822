import { Clock } from 'lucide-react';
import type { ReactNode } from 'react';

import { formatDate } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { Badge } from '../../ui/badge.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { SchoolMark } from '../../ui/school-mark.tsx';
import type { Part } from './publication-state.ts';

type PartRowsProps = {
  readonly parts: readonly Part[];
  readonly own: Part;
};

/** Each school with what it agreed to. */
export function PartRows({ parts, own }: PartRowsProps): ReactNode {
  const t = useT();
  return (
    <RowList>
      {parts.map((part) => (
        <Row
          key={part.school.id}
          title={<SchoolMark slot={part.school.mark} name={part.school.name} strong />}
          detail={<PartDetail part={part} isOwn={part === own} zone={own.school.timeZone} />}
          {...(part.agreed
            ? {}
            : {
                end: (
                  <Badge tone="wait" icon={Clock}>
                    {t('publish.notAgreed')}
                  </Badge>
                ),
              })}
        />
      ))}
    </RowList>
  );
}

function PartDetail({
  part,
  isOwn,
  zone,
}: {
  readonly part: Part;
  readonly isOwn: boolean;
  readonly zone: string;
}): ReactNode {
  const t = useT();
  const agreed =
    part.agreedAt === null
      ? ''
      : t('publish.pieces', { count: part.pieces, date: formatDate(new Date(part.agreedAt), zone, formatLocale()) });
  return (
    <>
      {agreed}
      {isOwn && part.heldBackByConsent > 0 && <div>{t('publish.heldBack', { count: part.heldBackByConsent })}</div>}
    </>
  );
}
