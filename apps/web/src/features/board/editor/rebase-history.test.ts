import type { BoardRecord } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { hasWork, rebaseStep } from './rebase-history.ts';
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
  expect(hasWork(moved)).toBe(false);
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

test('[P24] what needs a record that is gone is not brought back without it', () => {
  const inGroup = { ...note({}), id: 'shape:inner', parentId: 'shape:n' };
  const binding: BoardRecord = { id: 'binding:b', typeName: 'binding', fromId: 'shape:arrow', toId: 'shape:inner' };
  const arrow = { ...note({}), id: 'shape:arrow', parentId: 'page:page' };
  const deleted = step({ removed: { 'shape:inner': inGroup, 'binding:b': binding, 'shape:arrow': arrow } });
  rebaseStep(deleted, [{ id: 'shape:n', before: note({}), after: null }]);
  expect(deleted.removed).toEqual({ 'shape:arrow': arrow });
});

test('a deletion that was refused is no step any more: the record is back already', () => {
  const deleted = step({ removed: { 'shape:n': note({}) } });
  rebaseStep(deleted, [{ id: 'shape:n', before: null, after: note({}) }]);
  expect(hasWork(deleted)).toBe(false);
});

test('redo of a creation makes the record as others left it', () => {
  const made = step({ added: { 'shape:n': note({ x: 0 }) } });
  rebaseStep(made, [{ id: 'shape:n', before: note({ x: 0 }), after: note({ x: 4 }) }]);
  expect(made.added['shape:n']).toEqual(note({ x: 4 }));
});

test('[P24] what was selected is no step of its own: nothing on the board would change', () => {
  const selected = { id: 'instance_page_state:page', typeName: 'instance_page_state' };
  const made = step({ added: { 'shape:n': note({}) }, updated: { [selected.id]: [selected, selected] } });
  expect(hasWork(made)).toBe(true);
  rebaseStep(made, [{ id: 'shape:n', before: note({}), after: null }]);
  expect(hasWork(made)).toBe(false);
});
