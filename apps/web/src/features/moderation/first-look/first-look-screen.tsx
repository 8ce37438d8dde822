import type { SchoolBrief } from '@bridgeboard/protocol';
import { WifiOff } from 'lucide-react';
import { useEffect } from 'react';
import type { ReactNode } from 'react';

import { paths } from '../../../app/paths.ts';
import { allDone } from '../../../drawings/empty-states.ts';
import { useT } from '../../../i18n/translate.ts';
import { useNow } from '../../../lib/use-now.ts';
import { BackLink } from '../../../ui/back-link.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { KeyCap } from '../../../ui/key-cap.tsx';
import { Select } from '../../../ui/select.tsx';
import { TopBar, TopBarTitle } from '../../../ui/top-bar.tsx';
import lists from '../case-list.module.css';
import bars from '../queue-bar.module.css';
import styles from '../queue-screen.module.css';
import own from './first-look-screen.module.css';
import type { LookItem, LookList } from './look-api.ts';
import { LookCard } from './look-card.tsx';
import { LookRow } from './look-row.tsx';
import { useLookDesk } from './use-look-desk.ts';
import type { LookDesk } from './use-look-desk.ts';

type FirstLookScreenProps = {
  readonly boardId: string;
  readonly boardTitle: string;
  readonly school: SchoolBrief;
  readonly list: LookList;
  readonly onList: (list: LookList) => void;
  readonly isOn: boolean;
  readonly items: readonly LookItem[];
  readonly offline: boolean;
  readonly account: ReactNode;
};

/** What other schools let out, before the own pupils see it: list, the piece in its place, what can be done. */
export function FirstLookScreen(props: FirstLookScreenProps): ReactNode {
  const { boardId, list, items, isOn, school } = props;
  const { desk, region } = useLookDesk({ boardId, list, all: items });
  const { current } = desk;
  useEffect(() => region.current?.focus({ preventScroll: true }), [region]);
  return (
    <div className={styles.screen}>
      <LookTopBar {...props} />
      <main id="main" ref={region} tabIndex={-1} className={styles.main}>
        {isOn && <LookSide {...props} desk={desk} />}
        {current === undefined ? (
          <NothingToLookAt boardId={boardId} isOn={isOn} list={list} />
        ) : (
          <LookCard boardId={boardId} timeZone={school.timeZone} desk={desk} item={current} />
        )}
      </main>
    </div>
  );
}

function LookTopBar({ boardId, boardTitle, list, onList, isOn, offline, account }: FirstLookScreenProps): ReactNode {
  const t = useT();
  return (
    <TopBar
      start={
        <>
          <BackLink href={paths.queue(boardId)} label={t('look.backToQueue')} />
          <TopBarTitle>
            {t('look.title')}{' '}
            <span className={bars.wide}>
              <span className={bars.board} dir="auto">
                {boardTitle}
              </span>
            </span>
          </TopBarTitle>
        </>
      }
      end={
        <>
          {offline && (
            <Badge tone="wait" icon={WifiOff}>
              {t('trouble.offline')}
            </Badge>
          )}
          {isOn && (
            <span className={own.which}>
              <Select
                label={t('look.which')}
                value={list}
                options={[
                  { value: 'waiting', label: t('look.waiting') },
                  { value: 'accepted', label: t('look.accepted') },
                ]}
                onChange={onList}
              />
            </span>
          )}
          <span className={bars.wide}>{account}</span>
        </>
      }
    />
  );
}

type LookSideProps = Pick<FirstLookScreenProps, 'boardId' | 'list'> & { readonly desk: LookDesk };

function LookSide({ boardId, list, desk }: LookSideProps): ReactNode {
  const t = useT();
  const now = useNow(15_000);
  const count = desk.items.length;
  return (
    <div className={styles.side}>
      <div className={styles.head}>
        <strong>{t(list === 'waiting' ? 'look.waitingCount' : 'look.acceptedCount', { count })}</strong>
      </div>
      <div className={styles.list}>
        <div className={lists.list}>
          <ul role="list" aria-label={t('look.title')}>
            {desk.items.map((item) => (
              <li key={item.case}>
                <LookRow
                  boardId={boardId}
                  item={item}
                  isCurrent={item === desk.current}
                  now={now}
                  onSelect={desk.select}
                />
              </li>
            ))}
          </ul>
        </div>
      </div>
      <p className={styles.hint}>
        {t('queue.goOn')} <KeyCap>J</KeyCap>
      </p>
    </div>
  );
}

function NothingToLookAt({ boardId, isOn, list }: Pick<FirstLookScreenProps, 'boardId' | 'isOn' | 'list'>): ReactNode {
  const t = useT();
  if (!isOn) {
    return (
      <EmptyState
        title={t('look.off')}
        text={t('look.offText')}
        action={
          <ButtonLink look="primary" href={paths.people(boardId)}>
            {t('look.toRules')}
          </ButtonLink>
        }
      />
    );
  }
  return list === 'waiting' ? (
    <EmptyState drawing={allDone} title={t('look.none')} text={t('queue.allDoneText')} />
  ) : (
    <EmptyState title={t('look.noneAccepted')} />
  );
}
