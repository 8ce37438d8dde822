import type { JournalEntry } from '@bridgeboard/protocol';
import { schoolRulesOf } from '../board/board-rules.ts';
import { newMember, type BoardState } from '../board/board-state.ts';
import { EntryDraft, type Actor } from './entry-draft.ts';

interface Join {
  readonly actor: Actor;
  /** The class of a pupil, if it is known. */
  readonly classId?: string | undefined;
  readonly now: number;
  readonly random: number;
}

/** Aliases are drawn from so many numbers; from ten times as many where a school nearly fills them. */
const aliasNumbers = 99;

/**
 * The entry that makes somebody a member of the board, or null if they are one. `random` (0 ≤ random < 1) picks their
 * alias number among the free ones of their school: in no order, so that it tells neither who came first nor how many came.
 */
export function joinBoard(state: BoardState, join: Join): JournalEntry | null {
  const { person, school, role } = join.actor;
  if (state.members.get(person)) return null;
  const taken = new Set<number>();
  for (const [, member] of state.members.entries()) if (member.school === school) taken.add(member.alias);
  const numbers = taken.size < aliasNumbers * 0.8 ? aliasNumbers : aliasNumbers * 10;
  const free = Array.from({ length: numbers }, (_, i) => i + 1).filter((alias) => !taken.has(alias));
  const alias = free[Math.floor(join.random * free.length)] ?? taken.size + numbers;
  const draft = new EntryDraft(state, { at: join.now, by: person });
  draft.add({ kind: 'member', person, school, role, alias });
  const rules = schoolRulesOf(state, school);
  const level = rules.classLevels[join.classId ?? ''] ?? rules.level;
  if (role === 'pupil' && level !== newMember.level) draft.add({ kind: 'member-changed', person, level });
  return draft.seal({ kind: 'join', actor: join.actor, client: undefined });
}
