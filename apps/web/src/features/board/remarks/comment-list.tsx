import { Eye, EyeOff, LifeBuoy, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

import { formatClock } from '../../../i18n/format-time.ts';
import { useT } from '../../../i18n/translate.ts';
import { formatLocale } from '../../../lib/format-locale.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Badge, WorkBadge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { useBoard } from '../board-context.ts';
import { tellRefused } from '../board-moments.tsx';
import { useConcern } from '../concern/concern-desk.ts';
import { schoolOf, shortOf, slotOf } from '../people-words.ts';
import { usePieceActs } from '../staff/acts/piece-acts.ts';
import styles from './comment-list.module.css';
import type { Comment } from './remarks-about.ts';

type CommentListProps = {
  readonly comments: readonly Comment[];
  readonly may: boolean;
  readonly onChange: (comment: Comment) => void;
};

/** Comments in the order in which they were made, each in the direction of its own words; one's own newest is in sight. */
export function CommentList({ comments, ...rest }: CommentListProps): ReactNode {
  const t = useT();
  const list = useRef<HTMLOListElement>(null);
  const last = comments.at(-1);
  const newest = last?.isOwn === true ? last.id : null;
  useEffect(() => {
    if (newest !== null) list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [newest]);
  return (
    <ol ref={list} role="list" className={styles.list} aria-label={t('remark.said')} aria-live="polite">
      {comments.map((comment) => (
        <li key={comment.id}>
          <CommentLine comment={comment} {...rest} />
        </li>
      ))}
    </ol>
  );
}

type CommentLineProps = Omit<CommentListProps, 'comments'> & { readonly comment: Comment };

function CommentLine({ comment, may, onChange }: CommentLineProps): ReactNode {
  const t = useT();
  const { you } = useBoard();
  const { isOwn, note, text } = comment;
  return (
    <article className={styles.comment}>
      <Head comment={comment} />
      <p dir="auto" className={styles.words}>
        {text}
      </p>
      {note !== null && isOwn && (
        <p className={styles.note}>
          {t('board.returned.byTeacher')}
          <span dir="auto">{note}</span>
        </p>
      )}
      <p className={styles.actions}>
        {may && (isOwn || you.role === 'staff') && <Actions comment={comment} onChange={onChange} />}
        <Worried comment={comment} />
      </p>
    </article>
  );
}

/** Whose it is, since when, and what has become of it. */
function Head({ comment }: Pick<CommentLineProps, 'comment'>): ReactNode {
  const t = useT();
  const { schools, you } = useBoard();
  const { by, isOwn, at, state, isAway } = comment;
  const zone = schoolOf(you, schools)?.timeZone ?? 'UTC';
  return (
    <p className={styles.head}>
      <Avatar name={by.label} short={shortOf(by, schools)} slot={slotOf(by, schools)} />
      <strong dir="auto">{isOwn ? t('remark.you') : by.label}</strong>
      {at !== null && <time>{formatClock(new Date(at), zone, formatLocale())}</time>}
      {state !== 'out' && <WorkBadge state={state} />}
      {isAway && (
        <Badge tone="plain" icon={EyeOff}>
          {t('board.piece.isAway')}
        </Badge>
      )}
    </p>
  );
}

/** Its author changes it or takes it back; staff put away what their own school's people said, and take off what others did. */
function Actions({ comment, onChange }: Pick<CommentLineProps, 'comment' | 'onChange'>): ReactNode {
  const t = useT();
  const { remarks, you } = useBoard();
  const acts = usePieceActs();
  const { id, isAway } = comment;
  const takeOff = (): void => tellRefused(remarks.do({ op: 'delete', id }), t);
  if (!comment.isOwn && comment.by.school === you.school) {
    return (
      <Button look="plain" size="touch" icon={isAway ? Eye : EyeOff} onClick={() => acts.hide([id], !isAway)}>
        {t(isAway ? 'board.piece.show' : 'board.piece.hide')}
      </Button>
    );
  }
  return (
    <>
      {comment.isOwn && (
        <Button look="plain" size="touch" icon={Pencil} onClick={() => onChange(comment)}>
          {t('remark.change')}
        </Button>
      )}
      <Button look="plain" size="touch" icon={Trash2} onClick={takeOff}>
        {comment.isOwn ? t('remark.takeBack') : t('remark.takeOff')}
      </Button>
    </>
  );
}

/** Everybody may be worried about what somebody else says. */
function Worried({ comment: { id, isOwn } }: Pick<CommentLineProps, 'comment'>): ReactNode {
  const t = useT();
  const { tell } = useConcern();
  const subject = { kind: 'piece', record: id } as const;
  if (isOwn) return null;
  return (
    <Button look="plain" size="touch" icon={LifeBuoy} onClick={() => tell({ subject })}>
      {t('concern.open')}
    </Button>
  );
}
