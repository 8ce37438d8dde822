import { getBoardPicture, keptClasses } from '@bridgeboard/protocol';
import type { ArchivedBoard } from '@bridgeboard/protocol';
import { Clock, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { paths } from '../../app/paths.ts';
import { formatDate } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { fillPath } from '../../lib/api-client.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { isolate } from '../../lib/isolate.ts';
import { usePictureTheme } from '../../lib/use-picture-theme.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import styles from './archived-boards.module.css';
import { useBringBack } from './home-api.ts';
import section from './home-section.module.css';

const dayMs = 86_400_000;

type ArchivedProps = { readonly zone: string; readonly now: number };

/** Boards on their way out, each with its day and a way back; nothing where there are none. */
export function ArchivedBoards({ boards, ...rest }: ArchivedProps & { boards: readonly ArchivedBoard[] }): ReactNode {
  const t = useT();
  if (boards.length === 0) return null;
  return (
    <Section id="archived-title" title={t('archive.title')} lead={t('archive.lead')}>
      <RowList labelledBy="archived-title">
        {boards.map((board) => (
          <ArchivedRow key={board.id} board={board} {...rest} />
        ))}
      </RowList>
      <p className={styles.how}>
        <Link href={paths.kept}>{t('archive.how')}</Link>
      </p>
    </Section>
  );
}

function ArchivedRow({ board, zone, now }: ArchivedProps & { readonly board: ArchivedBoard }): ReactNode {
  const t = useT();
  const title = isolate(board.title);
  const back = useBringBack(() => showToast({ text: t('archive.back', { title }) }));
  const theme = usePictureTheme();
  const picture = `${fillPath(getBoardPicture.path, { board: board.id })}?theme=${theme}`;
  const bringBack = (): void =>
    back.mutate(board.id, {
      onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }),
    });
  return (
    <Row
      picture={<img className={styles.picture} src={picture} alt="" loading="lazy" decoding="async" />}
      title={
        <Link href={paths.board(board.id)} className={section.link} dir="auto">
          {board.title}
        </Link>
      }
      detail={t('archive.goes', { day: formatDate(new Date(board.goesAt), zone, formatLocale()) })}
      end={
        <>
          <Warning board={board} now={now} />
          <Button
            icon={Undo2}
            aria-label={t('archive.bringBackNamed', { title })}
            onClick={bringBack}
            unavailable={back.isPending ? t('archive.bringBack') : undefined}
          >
            {t('archive.bringBack')}
          </Button>
        </>
      }
    />
  );
}

/** The second warning, in the last days. */
function Warning({ board, now }: { readonly board: ArchivedBoard; readonly now: number }): ReactNode {
  const t = useT();
  const days = Math.max(0, Math.floor((board.goesAt - now) / dayMs));
  if (board.goesAt - now > keptClasses.work.lastDays * dayMs) return null;
  return (
    <Badge tone="danger" icon={Clock}>
      {t('archive.soon', { count: days })}
    </Badge>
  );
}
