import type { BoardPeople, Door, GuestLine, SchoolBrief } from '@bridgeboard/protocol';
import { Heart, QrCode, User } from 'lucide-react';
import type { ReactNode } from 'react';

import { formatClock, formatDay } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import type { FamilyPage } from './families-api.ts';
import { useEndGuest, useGuests } from './guests-api.ts';
import { InviteGuest } from './invite-guest.tsx';
import styles from './people-screen.module.css';
import { useCodes } from './permissions-api.ts';

type LinkListProps = {
  readonly boardId: string;
  readonly people: BoardPeople;
  readonly family: FamilyPage | null;
};

/** Every link and code that opens this board to somebody, what it allows and until when. */
export function LinkList({ boardId, people, family }: LinkListProps): ReactNode {
  const t = useT();
  const { data: door } = useCodes(boardId);
  const { data: guests = [] } = useGuests(boardId);
  const own = people.schools.find(({ isOwn }) => isOwn)?.school;
  if (door === undefined || own === undefined) return null;
  return (
    <section>
      <h2 id="links" className={styles.title}>
        {t('permissions.links')}
      </h2>
      <RowList labelledBy="links">
        <CodeRows door={door} own={own} />
        {family !== null && people.familiesSee && (
          <Row
            icon={Heart}
            title={t('permissions.families.page')}
            detail={t('permissions.families.pieces', { count: family.all })}
            end={
              <a href={family.href} target="_blank" rel="noreferrer">
                {t('permissions.families.open')}
              </a>
            }
          />
        )}
        {guests.map((guest) => (
          <GuestRow key={guest.id} boardId={boardId} guest={guest} own={own} />
        ))}
      </RowList>
      <InviteGuest boardId={boardId} />
    </section>
  );
}

function CodeRows({ door, own }: { readonly door: Door; readonly own: SchoolBrief }): ReactNode {
  const t = useT();
  const now = useNow(15_000);
  const until = formatClock(new Date(door.openUntil), own.timeZone, formatLocale());
  const words = door.openUntil > now ? t('permissions.until', { time: until }) : t('permissions.doorShut');
  return door.classes.map(({ id, name, code }) => (
    <Row
      key={id}
      icon={QrCode}
      title={<bdi>{code}</bdi>}
      detail={t('permissions.codeOf', { class: name })}
      end={<span>{words}</span>}
    />
  ));
}

type GuestRowProps = { readonly boardId: string; readonly guest: GuestLine; readonly own: SchoolBrief };

function GuestRow({ boardId, guest, own }: GuestRowProps): ReactNode {
  const t = useT();
  const end = useEndGuest(boardId);
  const { id, name, by, here, adds } = guest;
  const can = t(`permissions.guest.${adds ? 'adds' : 'looks'}`);
  const at = new Date(guest.endsAt);
  const until = `${formatDay(at, own.timeZone, formatLocale())}, ${formatClock(at, own.timeZone, formatLocale())}`;
  function turnOff(): void {
    end.mutate(id, { onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }, 'guest') });
  }
  return (
    <Row
      icon={User}
      title={<span dir="auto">{name}</span>}
      detail={[can, ...(here ? [t('permissions.guest.here')] : []), t('permissions.guest.by', { name: by })].join(
        ' · ',
      )}
      end={
        <>
          <span>{t('permissions.guest.until', { time: until })}</span>
          <Button aria-label={t('permissions.guest.endOne', { name })} onClick={turnOff}>
            {t('permissions.guest.end')}
          </Button>
        </>
      }
    />
  );
}
