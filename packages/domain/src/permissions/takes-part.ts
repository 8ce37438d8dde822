import type { Board } from '@bridgeboard/protocol';

/** Whom it is asked of: somebody, or with no id a whole class. */
interface Asked {
  readonly id?: string;
  readonly school: string;
  readonly classId?: string | undefined;
}

/** Whether a pupil is among those whom the own school has on a board, or, without an id, a whole class is. */
export function takesPart({ members = [] }: Pick<Board, 'members'>, { id, school, classId }: Asked): boolean {
  const own = members.find((one) => one.school === school);
  if (!own) return true;
  return (classId !== undefined && own.classes.includes(classId)) || (id !== undefined && own.pupils.includes(id));
}
