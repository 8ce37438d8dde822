import type { SchoolBrief, TimelineMoment } from '@bridgeboard/protocol';
import { History } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { paths } from '../../app/paths.ts';
import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { TopBar, TopBarTitle } from '../../ui/top-bar.tsx';
import { BringBackDialog } from './bring-back-dialog.tsx';
import { lessonName, lessonsOf, whatOf, whenOf } from './moment-words.ts';
import type { Lesson } from './moment-words.ts';
import { MomentSlider } from './moment-slider.tsx';
import { PastPicture } from './past-picture.tsx';
import { useBringingBack } from './timeline-api.ts';
import styles from './timeline-screen.module.css';

type TimelineScreenProps = {
  readonly boardId: string;
  readonly boardTitle: string;
  readonly school: SchoolBrief;
  readonly moments: readonly TimelineMoment[];
  readonly account: ReactNode;
};

/** A board's past: the board as it stood, what happened then, and the way through. */
export function TimelineScreen({ boardId, boardTitle, school, moments, account }: TimelineScreenProps): ReactNode {
  const t = useT();
  return (
    <div className={styles.screen}>
      <TopBar
        start={
          <>
            <BackLink href={paths.board(boardId)} label={t('queue.backToBoard')} />
            <TopBarTitle>
              {t('timeline.title')}{' '}
              <span className={styles.board} dir="auto">
                {boardTitle}
              </span>
            </TopBarTitle>
          </>
        }
        end={<span className={styles.account}>{account}</span>}
      />
      <main id="main" className={styles.main}>
        {moments.length === 0 ? (
          <EmptyState title={t('timeline.empty')} text={t('timeline.emptyText')} />
        ) : (
          <PastDesk boardId={boardId} zone={school.timeZone} moments={moments} />
        )}
      </main>
    </div>
  );
}

type PastDeskProps = {
  readonly boardId: string;
  readonly zone: string;
  readonly moments: readonly TimelineMoment[];
};

function PastDesk({ boardId, zone, moments }: PastDeskProps): ReactNode {
  const t = useT();
  const last = moments.length - 1;
  // By its time, not its place: the list grows and shrinks while somebody looks.
  const [wanted, setWanted] = useState<number>();
  const found = moments.findLastIndex(({ at }) => at <= (wanted ?? Infinity));
  const place = found < 0 ? 0 : found;
  const moment = moments[place];
  const [isAsking, setIsAsking] = useState(false);
  const doBack = useDoBack(boardId, () => setWanted(undefined));
  if (moment === undefined) return null;
  const lessons = lessonsOf(moments);
  const goTo = (at: number): void => setWanted(moments[at]?.at);
  const when = whenOf(moment.at, zone);
  return (
    <>
      <PastPicture boardId={boardId} at={moment.at} when={when} />
      <div className={styles.desk}>
        <div className={styles.words}>
          <p role="status">
            <strong>{when}</strong> <span dir="auto">{whatOf(moment, t)}</span>
          </p>
          {lessons.length > 1 && (
            <LessonChoice moments={moments} lessons={lessons} zone={zone} place={place} onChange={goTo} />
          )}
        </div>
        <MomentSlider moments={moments} lessons={lessons} zone={zone} value={place} onChange={goTo} />
        <div className={styles.acts}>
          <Button
            look="primary"
            icon={History}
            unavailable={place === last ? t('timeline.isNow') : undefined}
            onClick={() => setIsAsking(true)}
          >
            {t('timeline.back')}
          </Button>
          <Button
            look="plain"
            unavailable={place === last ? t('timeline.isNow') : undefined}
            onClick={() => goTo(last)}
          >
            {t('timeline.toNow')}
          </Button>
        </div>
      </div>
      {isAsking && (
        <BringBackDialog
          boardId={boardId}
          moment={moment.at}
          when={when}
          onClose={() => setIsAsking(false)}
          onDo={() => {
            setIsAsking(false);
            doBack(moment.at, when);
          }}
        />
      )}
    </>
  );
}

type LessonChoiceProps = Omit<PastDeskProps, 'boardId'> & {
  readonly lessons: readonly Lesson[];
  readonly place: number;
  readonly onChange: (place: number) => void;
};

/** Which lesson one is in, and the way to the others. */
function LessonChoice({ moments, lessons, zone, place, onChange }: LessonChoiceProps): ReactNode {
  const t = useT();
  const current = lessons.findLast(({ start }) => start <= place)?.start ?? 0;
  return (
    <span className={styles.lessons}>
      <Select
        label={t('timeline.lesson')}
        value={String(current)}
        options={lessons.map(({ start }) => ({
          value: String(start),
          label: lessonName(moments[start]?.from ?? 0, zone),
        }))}
        onChange={(start) => onChange(Number(start))}
      />
    </span>
  );
}

/** Brings the board back, says so with the way back, or says why not. */
function useDoBack(boardId: string, onDone: () => void): (moment: number, when: string) => void {
  const t = useT();
  const { bringBack, undo } = useBringingBack(boardId);
  const toast = 'timeline';
  const failed = (error: unknown): void => showToast({ tone: 'problem', text: describeFailure(error, t) }, toast);
  return (moment, when) => {
    const done = ({ at }: { readonly at: number }): void => {
      onDone();
      const takeBack = (): void => {
        void undo(at).then(() => showToast({ text: t('timeline.undone') }, toast), failed);
      };
      showToast({ text: t('timeline.done', { when }), onUndo: takeBack }, toast);
    };
    void bringBack(moment).then(done, failed);
  };
}
