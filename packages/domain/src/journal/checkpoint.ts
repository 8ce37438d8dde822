import { countKeysOf, createBoardState, defaultRules, newMember, type BoardState } from '../board/board-state.ts';
import { moveReferences } from '../board/references.ts';
import { moveWeight } from '../board/weight.ts';

/** Answers given longer ago are not repeated any more (P33). */
const clientMemoryMs = 30 * 24 * 3_600_000;
/** One piece of a checkpoint, in characters; far below what any store takes as one document. */
const chunkLength = 1_000_000;

interface Written extends Pick<BoardState, 'board' | 'schools' | 'epoch' | 'seq' | 'chain'> {
  readonly restoredTo?: number | null;
  /** Missing in checkpoints that are older than rules are. */
  readonly whole?: Partial<BoardState['whole']>;
  readonly parts: Partial<Record<Part, [string, never][]>>;
}
const parts = ['slots', 'bin', 'cases', 'members', 'schoolRules', 'clients', 'bursts'] as const;
type Part = (typeof parts)[number];

/** A board's state as text in pieces, to load from instead of replaying its whole journal (P32). */
export function writeCheckpoint(state: BoardState, now: number): string[] {
  const { board, schools, epoch, restoredTo, seq, chain, whole } = state;
  const entries = Object.fromEntries(parts.map((part) => [part, [...state[part].entries()]]));
  entries['clients'] = [...state.clients.entries()].filter(([, mark]) => now - mark.at < clientMemoryMs);
  const text = JSON.stringify({ board, schools, epoch, restoredTo, seq, chain, whole, parts: entries });
  return cut(text, chunkLength);
}

/** Pieces of at most so many UTF-16 units. A pair of units is one character: stores write text as UTF-8, where half is none. */
export function cut(text: string, length: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = at + length;
    const splitsPair = end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1] ?? '');
    pieces.push(text.slice(at, splitsPair ? end - 1 : end));
    at = splitsPair ? end - 1 : end;
  }
  return pieces;
}

/** The state a checkpoint was written from. Throws where the pieces are not one whole checkpoint. */
export function readCheckpoint(chunks: readonly string[]): BoardState {
  const written = JSON.parse(chunks.join('')) as Written;
  const { board, schools, epoch, restoredTo = null, seq, chain } = written;
  const state: BoardState = { ...createBoardState({ board, schools, epoch }), restoredTo, seq, chain };
  for (const part of parts) {
    for (const [key, value] of written.parts[part] ?? []) state[part].set(key, value);
  }
  state.whole = { ...state.whole, ...written.whole };
  for (const [person, member] of state.members.entries()) state.members.set(person, { ...newMember, ...member });
  for (const [school, rules] of state.schoolRules.entries()) {
    state.schoolRules.set(school, { ...defaultRules.school, ...rules });
  }
  for (const [, slot] of state.slots.entries()) {
    moveReferences(state, undefined, slot);
    moveWeight(state, undefined, slot);
    for (const key of countKeysOf(slot)) state.counts.set(key, (state.counts.get(key) ?? 0) + 1);
  }
  return state;
}
