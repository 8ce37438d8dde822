import { equalJson, recordsIn, replayTo, type Actor, type BoardState, type Slot, type Span } from '@bridgeboard/domain';
import { isRemarkId, type BoardRecord, type Fields, type JournalEntry, type Json } from '@bridgeboard/protocol';

import type { BoardWorld } from './board-world.ts';
import { replayed } from './rewinding.ts';

/** One thing of a board that a rewind has to leave alone, and whether it is there on a board. */
export interface Work {
  readonly name: string;
  readonly isThere: (state: BoardState) => boolean;
}

/** Fields that the engine itself writes where a container or a bound shape goes (P12, P16), seen or not. */
export const followers: ReadonlySet<string> = new Set([
  'parentId',
  'x',
  'y',
  'rotation',
  'index',
  'props.start',
  'props.end',
]);

/**
 * Everything on a board of which the newest change is not one of the span's: all fields of all parts, and that the record is
 * there at all. What the actor cannot see may have to move out of the way, but nothing else of it may change.
 */
export function othersLater(world: BoardWorld, about: Span & { actor: Actor }): Work[] {
  const lastBy = lastChanges(world.journal, about);
  const { school } = about.actor;
  return [...world.state.slots.entries()].flatMap(([id, slot]) => {
    // A binding that the actor cannot see goes with what it holds on to (P12).
    if (id.startsWith('binding:') && !slot.base && slot.school !== school) return [];
    // P14: a group is nothing of its own; it goes when what it holds together does.
    if (isGroup(slot)) return [];
    const isThere: Work = { name: id, isThere: (state) => state.slots.get(id) !== undefined };
    const fields = cellsOf(slot).flatMap((cell): Work[] => {
      const isUnseen = cell.part === 'base' ? isPutAway(slot, school) : cell.school !== school;
      if (lastBy.span.has(`${id} ${cell.part} ${cell.field}`) || (isUnseen && followers.has(cell.field))) return [];
      const name = `${id} ${cell.part} ${cell.field}`;
      // P16: what stood in something that was taken off is where it was, by other numbers.
      const mayMove = placeFields.has(cell.field);
      return [
        { name, isThere: (state) => isValue(state, { id, ...cell }) || (mayMove && standsElsewhere(state, slot)) },
      ];
    });
    const works = lastBy.isAlone(id) ? [] : [isThere, ...fields];
    return isRemarkId(id) ? works.map((work) => orWithoutPiece(work, slot)) : works;
  });
}

/** CO3: what is said about a piece that is taken off goes with it, whoever said it. */
function orWithoutPiece({ name, isThere }: Work, remark: Slot): Work {
  const piece = [remark.base, ...remark.layers.map(({ fields }) => fields)].find((made) => made && 'about' in made);
  return { name, isThere: (state) => isThere(state) || state.slots.get(String(piece?.['about'])) === undefined };
}

/** Fields that say where a shape stands. */
export const placeFields: ReadonlySet<string> = new Set(['x', 'y', 'rotation', 'parentId', 'index']);

/** Whether some version of a record stands in something else than before. */
function standsElsewhere(state: BoardState, before: Slot): boolean {
  const now = state.slots.get(before.id);
  return now !== undefined && parentsIn(now) !== parentsIn(before);
}

function parentsIn(slot: Slot): string {
  return [slot.base, ...slot.layers.map(({ fields }) => fields)].map((version) => String(version?.['parentId'])).join();
}

function isGroup(slot: Slot): boolean {
  return [slot.base, ...slot.layers.map(({ fields }) => fields)].some((version) => version?.['type'] === 'group');
}

/** Whether staff of a school do not see a record because another school has put it away (P22). */
function isPutAway(slot: Slot, school: string): boolean {
  return slot.hidden && slot.school !== school;
}

interface LastChanges {
  /** Fields whose newest change is the span's. */
  readonly span: ReadonlySet<string>;
  /** Whether nobody else has ever changed a record that the span put on the board. */
  readonly isAlone: (id: string) => boolean;
}

function lastChanges(journal: readonly JournalEntry[], about: Span): LastChanges {
  const state = replayed([]);
  const books = new Map<string, Book>();
  for (const entry of journal) {
    const { kind, actor, at } = entry.facts;
    const isOwn = kind === 'edit' && actor?.person === about.person && at >= about.from && at <= about.to;
    const before = new Map([...recordsIn(entry)].map((id) => [id, state.slots.get(id)]));
    const back = isOwn ? new Map<string, Slot>() : broughtBack(state, entry);
    replayTo(state, [entry]);
    for (const [id, old] of before) {
      const book = books.get(id) ?? { cells: new Set(), isAlone: false, undecided: null };
      // A decision that has been undone is as if it had never been (P10).
      if (kind === 'undo-decision' && book.undecided) books.set(id, book.undecided);
      else {
        const step = { old, back: back.get(id), now: state.slots.get(id), isOwn, isDecision: kind === 'decision' };
        books.set(id, noted(book, step));
      }
    }
  }
  const names = [...books].flatMap(([id, { cells }]) => [...cells].map((cell) => `${id} ${cell}`));
  return { span: new Set(names), isAlone: (id) => books.get(id)?.isAlone ?? false };
}

/** What others bring back from the bin, as it was there: by that alone they change nothing of it. */
function broughtBack(state: BoardState, { facts }: JournalEntry): Map<string, Slot> {
  const back = facts.changes.flatMap((change): [string, Slot][] => {
    const slot = change.kind === 'unbin' ? state.bin.get(change.id)?.slot : undefined;
    return slot ? [[slot.id, slot]] : [];
  });
  return new Map(back);
}

/** What is known of one record: the fields that the span changed last, and whether the span alone has made all of it. */
interface Book {
  readonly cells: ReadonlySet<string>;
  readonly isAlone: boolean;
  readonly undecided: Book | null;
}

function noted(
  book: Book,
  step: {
    old: Slot | undefined;
    back: Slot | undefined;
    now: Slot | undefined;
    isOwn: boolean;
    isDecision: boolean;
  },
): Book {
  const { old, back, now, isOwn } = step;
  const cells = new Set(book.cells);
  for (const name of now ? changedCells(old ?? back, now) : []) {
    if (isOwn) cells.add(name);
    else cells.delete(name);
  }
  const isMade = isOwn && !old && now !== undefined;
  // What was taken off and has come back is as if it had never been away.
  const isTouched = !isOwn && old !== undefined && now !== undefined;
  return { cells, isAlone: (isMade || book.isAlone) && !isTouched, undecided: step.isDecision ? book : book.undecided };
}

function changedCells(before: Slot | undefined, after: Slot): string[] {
  const old = new Map(before ? cellsOf(before).map((cell) => [`${cell.part} ${cell.field}`, cell.value]) : []);
  const now = new Map(cellsOf(after).map((cell) => [`${cell.part} ${cell.field}`, cell.value]));
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => !equalJson(old.get(name), now.get(name)));
}

interface Cell {
  readonly part: string;
  readonly field: string;
  readonly value: Json;
  readonly school: string;
}

function cellsOf(slot: Slot): Cell[] {
  const base = slot.base
    ? fieldsOf(slot.base).map(([field, value]) => ({ part: 'base', field, value, school: '' }))
    : [];
  const layers = slot.layers.flatMap(({ author, reach, fields, school }) =>
    Object.entries(fields).map(([field, value]) => ({ part: `${author} ${reach}`, field, value, school })),
  );
  return [...base, ...layers];
}

/** A record as its fields, one for each key of its props. */
export function fieldsOf(record: BoardRecord | null): [string, Json][] {
  if (!record) return [];
  const { props, ...rest } = record as Fields & BoardRecord;
  const inner = typeof props === 'object' && props !== null && !Array.isArray(props) ? Object.entries(props) : [];
  return [...Object.entries(rest), ...inner.map(([name, value]): [string, Json] => [`props.${name}`, value])];
}

/** P5: a layer field that base has come to say as well is still what its author wrote. */
function isValue(state: BoardState, cell: { id: string; part: string; field: string; value: Json }): boolean {
  const slot = state.slots.get(cell.id);
  if (!slot) return false;
  const cells = cellsOf(slot).filter(({ field }) => field === cell.field);
  const found = cells.find(({ part }) => part === cell.part) ?? cells.find(({ part }) => part === 'base');
  return found !== undefined && equalJson(found.value, cell.value);
}

/** Every value that each field of base has had, as JSON with its keys in order, by `id field`. */
export function releasedEver(journal: readonly JournalEntry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const state = replayed([]);
  const values = new Map<string, Set<string>>();
  for (const entry of journal) {
    replayTo(state, [entry]);
    for (const id of recordsIn(entry)) {
      const base = state.slots.get(id)?.base;
      for (const [field, value] of fieldsOf(base ?? null)) {
        const known = values.get(`${id} ${field}`) ?? new Set();
        values.set(`${id} ${field}`, known.add(canonical(value)));
      }
    }
  }
  return values;
}

/** JSON with the keys of every object in order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
