import type { TextCheck } from '@bridgeboard/domain/text-check';
import type { LookPiece, SchoolBrief, ViewItem } from '@bridgeboard/protocol';

import type { LookedAt } from '../rooms/live-board.ts';
import { contentOf } from './piece-content.ts';

/** What one author had let out on one page, one after another, is one piece: a drawing of thirty strokes is not thirty questions. */
const longestRestMs = 60_000;
/** As many records as a burst may have. */
const mostRecords = 50;

interface Piece {
  readonly page: string;
  readonly author: LookedAt['author'];
  /** When its newest record was let out. */
  readonly until: number;
  /** When its oldest was. */
  readonly at: number;
  readonly records: readonly LookedAt[];
}

type View = ReadonlyMap<string, ViewItem>;

/**
 * Puts together what is looked at together, oldest first. It is told by nothing but what this school's staff see of the board
 * anyway: whose it is, where it stands, and since when it has been out.
 */
export function piecesOf(looks: readonly LookedAt[], view: View): Piece[] {
  const pieces: Piece[] = [];
  const latest = new Map<string, number>();
  const out = looks.flatMap((look) => {
    const item = view.get(look.record);
    return item ? [{ look, at: item.stamp.at, page: pageOf(item, view) }] : [];
  });
  for (const { look, at, page } of out.toSorted((one, other) => one.at - other.at)) {
    const whose = `${look.author.key} ${page}`;
    const place = latest.get(whose);
    const last = place === undefined ? undefined : pieces[place];
    if (place !== undefined && last && at - last.until <= longestRestMs && last.records.length < mostRecords) {
      pieces[place] = { ...last, until: at, records: [...last.records, look] };
    } else {
      latest.set(whose, pieces.push({ page, author: look.author, at, until: at, records: [look] }) - 1);
    }
  }
  return pieces;
}

/** The page that something stands on, however deep, or that what it is about stands on. */
function pageOf(item: ViewItem, view: View): string {
  const { parentId, about } = item.record;
  const id = String(parentId ?? about ?? '');
  const around = view.get(id);
  return id.startsWith('page:') || !around ? id : pageOf(around, view);
}

/** A piece as the page of those who look first tells of it. */
export function tellLook(
  piece: Piece,
  how: { readonly view: View; readonly check: TextCheck; readonly school: SchoolBrief },
): LookPiece {
  const { author, records, at } = piece;
  return {
    records: records.map(({ record, hash }) => ({ record, hash })),
    author,
    school: how.school,
    at,
    ...contentOf(
      records.map(({ record }) => record),
      how,
    ),
  };
}
