import { expect, test } from 'vitest';

import { saveStateOf } from './save-state.ts';

const calm = { pending: 0, refused: 0, isSending: true, isKept: true, isDurable: true };

test('the save state is never better than the truth', () => {
  expect(saveStateOf(calm).name).toBe('saved');
  expect(saveStateOf({ ...calm, pending: 2 })).toEqual({ name: 'saving', count: 2 });
  expect(saveStateOf({ ...calm, pending: 2, isSending: false })).toEqual({ name: 'kept', count: 2 });
  expect(saveStateOf({ ...calm, pending: 2, isSending: false, isKept: false }).name).toBe('saving');
  expect(saveStateOf({ ...calm, pending: 2, isSending: false, isDurable: false })).toEqual({ name: 'open', count: 2 });
  expect(saveStateOf({ ...calm, refused: 1 })).toEqual({ name: 'notAccepted', count: 1 });
  expect(saveStateOf({ ...calm, refused: 1, pending: 1 }).name).toBe('saving');
});
