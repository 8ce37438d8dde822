import type { Author } from '@bridgeboard/protocol';
import { Eye, EyeOff, Hand, History, Layers, LifeBuoy, Pencil, UserCheck, Users, UserX } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

import { useT } from '../../../../i18n/translate.ts';
import type { Translate } from '../../../../i18n/translate.ts';
import { isolate } from '../../../../lib/isolate.ts';
import { Menu } from '../../../../ui/menu.tsx';
import type { MenuItem } from '../../../../ui/menu.tsx';
import { useBoard } from '../../board-context.ts';
import { useConcern } from '../../concern/concern-desk.ts';
import { usePieceActs } from './piece-acts.ts';
import { putAwayOf } from './piece.ts';
import type { Piece } from './piece.ts';
import { useDeciding } from './use-deciding.ts';
import { useIsFrozen } from './use-is-frozen.ts';

type PieceMenuProps = {
  readonly piece: Piece;
  readonly trigger: ReactElement;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** Asks how far back. */
  readonly onRewind: () => void;
  /** Shows all that the same pupil has made here. */
  readonly onWork: () => void;
  /** Tells to which schools it has been shown. */
  readonly onShowings: () => void;
  /** Asks what the pupil reads with it. */
  readonly onSendBack: () => void;
};

/** What staff can do about a piece of their own school, and about whoever made it. */
export function PieceMenu({ piece, trigger, isOpen, onOpenChange, ...asks }: PieceMenuProps): ReactNode {
  const groups = useGroups(piece, { isOpen, ...asks });
  return <Menu trigger={trigger} align="start" groups={groups} open={isOpen} onOpenChange={onOpenChange} />;
}

function useGroups(
  piece: Piece,
  about: Pick<PieceMenuProps, 'isOpen' | 'onRewind' | 'onWork' | 'onShowings' | 'onSendBack'>,
): MenuItem[][] {
  const t = useT();
  const { you } = useBoard();
  const { author } = piece;
  const deciding = useDeciding(piece, about.onSendBack);
  const things = [...useThings(piece, about.isOpen), ...showingsOf(piece, about.onShowings, t)];
  const people = usePeople(author, about.isOpen);
  const report = useReporting(piece);
  const rewind: MenuItem = { id: 'rewind', label: t('board.piece.rewind'), icon: History, onSelect: about.onRewind };
  const name = isolate(author.label);
  const work: MenuItem = { id: 'work', label: t('board.piece.work', { name }), icon: Layers, onSelect: about.onWork };
  if (author.role === 'pupil') {
    const decisions = deciding.length > 0 ? [deciding] : [];
    return [...decisions, things, [work, rewind, ...people.here], [people.everywhere], ...report];
  }
  if (author.role === 'guest') {
    const decisions = deciding.length > 0 ? [deciding] : [];
    return [...decisions, things, [work, rewind], ...report];
  }
  // What a colleague made can be put away; only they themselves take it back.
  return author.key === you.key ? [things, [rewind]] : [things, ...report];
}

/** Who saw it is told of one piece: of several, each has been shown at times of its own. */
function showingsOf({ records }: Piece, onSelect: () => void, t: Translate): MenuItem[] {
  return records.length === 1 ? [{ id: 'showings', label: t('board.piece.showings'), icon: Users, onSelect }] : [];
}

/** A report is about one piece: of several, each is one of its own. */
function useReporting({ records }: Piece): MenuItem[][] {
  const t = useT();
  const { tell } = useConcern();
  const [record, ...others] = records;
  if (record === undefined || others.length > 0) return [];
  const subject = { kind: 'piece', record } as const;
  return [[{ id: 'report', label: t('concern.openBoard'), icon: LifeBuoy, onSelect: () => tell({ subject }) }]];
}

/** Put away, or bring back: this piece, and all by the same pupil. */
function useThings({ author, records, stamp }: Piece, isOpen: boolean): MenuItem[] {
  const t = useT();
  const { session } = useBoard();
  const acts = usePieceActs();
  const isAway = stamp.putAway === true;
  const thing: MenuItem = {
    id: 'hide',
    label: t(isAway ? 'board.piece.show' : 'board.piece.hide'),
    note: t(isAway ? 'board.piece.showNote' : 'board.piece.hideNote'),
    icon: isAway ? Eye : EyeOff,
    onSelect: () => acts.hide(records, !isAway),
  };
  if (author.role === 'staff') return [thing];
  const away = isOpen ? putAwayOf(session, author) : [];
  const back: MenuItem = {
    id: 'show-all',
    label: t('board.piece.showAll', { name: isolate(author.label), count: away.length }),
    icon: Eye,
    onSelect: () => acts.bringBack(author, away),
  };
  const all: MenuItem = {
    id: 'hide-all',
    label: t('board.piece.hideAll', { name: isolate(author.label) }),
    icon: EyeOff,
    onSelect: () => acts.hideAll(author),
  };
  return [thing, ...(away.length > 1 ? [back] : []), all];
}

/** What becomes of the pupil: on this board, and on all of them. */
function usePeople(author: Author, isOpen: boolean): { readonly here: MenuItem[]; readonly everywhere: MenuItem } {
  const t = useT();
  const acts = usePieceActs();
  const name = isolate(author.label);
  const isAway = author.away === true;
  const isFrozen = useIsFrozen(author, isOpen && author.role === 'pupil' && !isAway);
  const freeze: MenuItem = {
    id: 'freeze',
    label: t(isFrozen === true ? 'board.piece.unfreeze' : 'board.piece.freeze', { name }),
    icon: isFrozen === true ? Pencil : Hand,
    disabled: isFrozen === null,
    onSelect: () => acts.freeze(author, isFrozen !== true),
  };
  const everywhere: MenuItem = {
    id: 'suspend',
    label: t(isAway ? 'board.piece.unsuspend' : 'board.piece.suspend', { name }),
    note: t(isAway ? 'board.piece.unsuspendNote' : 'board.piece.suspendNote'),
    icon: isAway ? UserCheck : UserX,
    danger: !isAway,
    onSelect: () => acts.suspend(author, !isAway),
  };
  return { here: isAway ? [] : [freeze], everywhere };
}
