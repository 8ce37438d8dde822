import type { BoardMembers } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { chooseClass, choosePupil, chooseSchool } from './chosen-members.ts';

const pupil = (id: string, takesPart = true) => ({ id, name: id, takesPart });
const members: BoardMembers = {
  isWhole: false,
  classes: [
    { id: 'one', name: 'One', takesPart: true, pupils: [pupil('ada'), pupil('ben')] },
    { id: 'two', name: 'Two', takesPart: false, pupils: [pupil('cem'), pupil('dia', false)] },
  ],
  others: [],
};

test('[BP11] choosing begins with all classes, so that nobody is put off the board by it', () => {
  expect(chooseSchool(members, false)).toEqual({ classes: ['one', 'two'], pupils: [] });
  expect(chooseSchool(members, true)).toEqual({ classes: null, pupils: [] });
});

test('[BP11] a class goes with all its pupils and leaves single ones of others', () => {
  expect(chooseClass(members, 'one', false)).toEqual({ classes: [], pupils: ['cem'] });
  expect(chooseClass(members, 'two', true)).toEqual({ classes: ['one', 'two'], pupils: [] });
});

test('[BP11] without one of its pupils a class is there pupil by pupil', () => {
  expect(choosePupil(members, 'ada', false)).toEqual({ classes: [], pupils: ['ben', 'cem'] });
  expect(choosePupil(members, 'dia', true)).toEqual({ classes: ['one'], pupils: ['cem', 'dia'] });
});
