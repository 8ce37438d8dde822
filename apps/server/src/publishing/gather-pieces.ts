import { boundsOf, textOf } from '@bridgeboard/picture';
import type { Box } from '@bridgeboard/picture';
import type { BoardRecord, Role } from '@bridgeboard/protocol';

/** A released record with whom it belongs to. */
export interface Made {
  readonly record: BoardRecord;
  readonly author: string;
  readonly role: Role;
}

/** What one person made in one place: the strokes of a fish, a note with its arrow. */
export interface Piece {
  readonly author: string;
  readonly role: Role;
  readonly page: string;
  readonly box: Box;
  /** Everything needed to draw it alone. */
  readonly records: readonly BoardRecord[];
  /** What is written on it, in reading order; empty for a drawing. */
  readonly words: string;
}

interface Mark {
  readonly made: Made;
  readonly page: string;
  readonly box: Box;
  readonly records: readonly BoardRecord[];
}

type Group = readonly [Mark, ...Mark[]];

/** Marks of one person that lie closer than this belong together, in page units. */
const togetherWithin = 28;

/** How far apart two boxes are along the wider gap; 0 where they touch. */
export function distance(one: Box, other: Box): number {
  const across = Math.max(one.x, other.x) - Math.min(one.x + one.w, other.x + other.w);
  const down = Math.max(one.y, other.y) - Math.min(one.y + one.h, other.y + other.h);
  return Math.max(0, across, down);
}

function unite(one: Box, other: Box): Box {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return { x, y, w: Math.max(one.x + one.w, other.x + other.w) - x, h: Math.max(one.y + one.h, other.y + other.h) - y };
}

/** Children by the id of what they stand in. What an arrow is tied to belongs to others and stays out. */
function childrenByParent(made: readonly Made[]): Map<unknown, BoardRecord[]> {
  const shapes = made.map(({ record }) => record).filter(({ typeName }) => typeName === 'shape');
  return Map.groupBy(shapes, (record) => record['parentId']);
}

/** A shape with all that stands in it. `seen` ends rings, which a sound board does not have. */
function withChildren(record: BoardRecord, children: ReadonlyMap<unknown, readonly BoardRecord[]>): BoardRecord[] {
  const seen = new Map<string, BoardRecord>();
  const open = [record];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next.id)) continue;
    seen.set(next.id, next);
    open.push(...(children.get(next.id) ?? []));
  }
  return [...seen.values()];
}

function marksOf(made: readonly Made[]): Mark[] {
  const children = childrenByParent(made);
  const pages = new Set(made.filter(({ record }) => record.typeName === 'page').map(({ record }) => record.id));
  return made.flatMap((each): Mark[] => {
    const page = each.record['parentId'];
    if (each.record.typeName !== 'shape' || typeof page !== 'string' || !pages.has(page)) return [];
    const records = withChildren(each.record, children);
    const box = boundsOf(records, [each.record.id]);
    return box === null ? [] : [{ made: each, page, box, records }];
  });
}

function wordsOf(marks: readonly Mark[]): string {
  const texts = marks.flatMap((mark) => mark.records).map(textOf);
  return [...new Set(texts)].filter((text) => text !== '').join('\n');
}

function pieceOf(marks: Group): Piece {
  const [first] = marks;
  const readingOrder = marks.toSorted((one, other) => one.box.y - other.box.y || one.box.x - other.box.x);
  const records = new Map(marks.flatMap((mark) => mark.records).map((record) => [record.id, record]));
  return {
    author: first.made.author,
    role: first.made.role,
    page: first.page,
    box: marks.map(({ box }) => box).reduce(unite),
    records: [...records.values()],
    words: wordsOf(readingOrder),
  };
}

/** Marks of one hand on one page, joined where they touch. */
function cluster(marks: readonly Mark[]): Group[] {
  let groups: Group[] = [];
  for (const mark of marks) {
    const touching = groups.filter((group) => group.some(({ box }) => distance(box, mark.box) <= togetherWithin));
    const apart = groups.filter((group) => !touching.includes(group));
    groups = [...apart, [mark, ...touching.flat()]];
  }
  return groups;
}

/**
 * Sorts released records into pieces of work as a reader would count them: marks of one person that lie together, in the
 * order of the page from top to bottom. Pages must be among the records; what stands on none is left out.
 */
export function gatherPieces(made: readonly Made[]): Piece[] {
  const byHand = Map.groupBy(marksOf(made), (mark) => `${mark.page} ${mark.made.author}`);
  const groups = [...byHand.values()].flatMap(cluster);
  return groups.map(pieceOf).toSorted((one, other) => one.box.y - other.box.y || one.box.x - other.box.x);
}
