import type { Change, ErrorCode } from '@bridgeboard/protocol';
import { schoolRulesOf } from '../board/board-rules.ts';
import type { BoardState } from '../board/board-state.ts';
import type { Actor } from '../journal/entry-draft.ts';
import type { GovernEvent } from './govern-event.ts';
import { powerOver, refusalOn } from './who-may.ts';

type LevelEvent = Extract<GovernEvent, { kind: 'set-level' | 'set-class-level' }>;

/**
 * BP1: what the pupils of a school, or of one class, may do from now on: those who are on the board and those who come. The last word
 * counts: what was said of a class before a word about its school, or of one pupil before one about the class, is gone.
 */
export function changeLevel(state: BoardState, actor: Actor | null, event: LevelEvent): Change[] | ErrorCode {
  const { school, level } = event;
  if (powerOver(state, actor, { act: 'setLevel', school }) !== 'yes') return refusalOn(state, school);
  if (event.kind === 'set-level') {
    return [{ kind: 'school-rules', school, level, classLevels: {} }, ...changeAll(state, event, () => true)];
  }
  const classLevels = { ...schoolRulesOf(state, school).classLevels, [event.class]: level };
  const inClass = new Set(event.pupils);
  return [{ kind: 'school-rules', school, classLevels }, ...changeAll(state, event, (person) => inClass.has(person))];
}

function changeAll(state: BoardState, of: LevelEvent, isMeant: (person: string) => boolean): Change[] {
  const changes: Change[] = [];
  for (const [person, member] of state.members.entries()) {
    const isPupil = member.role === 'pupil' && member.school === of.school;
    if (isPupil && member.level !== of.level && isMeant(person)) {
      changes.push({ kind: 'member-changed', person, level: of.level });
    }
  }
  return changes;
}
