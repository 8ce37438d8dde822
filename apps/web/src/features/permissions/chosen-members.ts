import type { BoardMembers, postMembers } from '@bridgeboard/protocol';

import type { BodyOf } from '../../lib/api-client.ts';

type Chosen = BodyOf<typeof postMembers>;
type Class = BoardMembers['classes'][number];

/** The whole school, or, to begin to choose from, all classes that it has today. */
export function chooseSchool({ classes }: BoardMembers, isWhole: boolean): Chosen {
  return { classes: isWhole ? null : classes.map(({ id }) => id), pupils: [] };
}

/** With all pupils of a class, or with none of them. */
export function chooseClass(members: BoardMembers, id: string, isIn: boolean): Chosen {
  return chosen(members.classes.map((one) => (one.id === id ? withAll(one, isIn) : one)));
}

/** With one pupil or without; a class of which one is missing is there pupil by pupil. */
export function choosePupil(members: BoardMembers, id: string, isIn: boolean): Chosen {
  return chosen(
    members.classes.map((one) => {
      if (!one.pupils.some((pupil) => pupil.id === id)) return one;
      const pupils = one.pupils.map((pupil) => (pupil.id === id ? { ...pupil, takesPart: isIn } : pupil));
      return { ...one, pupils, takesPart: one.takesPart && isIn };
    }),
  );
}

function withAll(one: Class, takesPart: boolean): Class {
  return { ...one, takesPart, pupils: one.pupils.map((pupil) => ({ ...pupil, takesPart })) };
}

function chosen(classes: readonly Class[]): Chosen {
  const alone = classes.flatMap(({ takesPart, pupils }) => (takesPart ? [] : pupils));
  return {
    classes: classes.flatMap(({ id, takesPart }) => (takesPart ? [id] : [])),
    pupils: alone.flatMap(({ id, takesPart }) => (takesPart ? [id] : [])),
  };
}
