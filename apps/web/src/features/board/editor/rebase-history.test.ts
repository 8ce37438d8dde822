import type { BoardRecord } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { isEmptyStep, rebaseStep } from './rebase-history.ts';
import type { HistoryDiff } from './rebase-history.ts';

const note = (fields: object): BoardRecord => ({ id: 'shape:n', typeName: 'shape', x: 0, color: 'red', ...fields });
const step = (parts: Partial<HistoryDiff>): HistoryDiff => ({ added: {}, updated: {}, removed: {}, ...parts });

test('[P24] undo takes back the own fields and leaves those that others changed since', () => {
  const moved = step({ updated: { 'shape:n': [note({ x: 0 }), note({ x: 9 })] } });
  rebaseStep(moved, [{ id: 'shape:n', before: note({ x: 9 }), after: note({ x: 9, color: 'blue' }) }]);
  expect(moved.updated['shape:n']).toEqual([note({ x: 0, color: 'blue' }), note({ x: 9, color: 'blue' })]);
});

test('[P24] a step whose every field is somebody else’s now disappears', () => {
  const moved = step({ updated: { 'shape:n': [note({ x: 0 }), note({ x: 9 })] } });
  rebaseStep(moved, [{ id: 'shape:n', before: note({ x: 9 }), after: note({ x: 50 }) }]);
  expect(isEmptyStep(moved)).toBe(true);
});

test('[P24] steps on a record that is gone disappear, and the other records of the step stay', () => {
  const both = step({
    added: { 'shape:n': note({}) },
    updated: { 'shape:other': [note({ x: 1 }), note({ x: 2 })] },
  });
  rebaseStep(both, [{ id: 'shape:n', before: note({}), after: null }]);
  expect(both.added).toEqual({});
  expect(both.updated['shape:other']).toBeDefined();
});

test('a deletion that was refused is no step any more: the record is back already', () => {
  const deleted = step({ removed: { 'shape:n': note({}) } });
  rebaseStep(deleted, [{ id: 'shape:n', before: null, after: note({}) }]);
  expect(isEmptyStep(deleted)).toBe(true);
});

test('redo of a creation makes the record as others left it', () => {
  const made = step({ added: { 'shape:n': note({ x: 0 }) } });
  rebaseStep(made, [{ id: 'shape:n', before: note({ x: 0 }), after: note({ x: 4 }) }]);
  expect(made.added['shape:n']).toEqual(note({ x: 4 }));
});
