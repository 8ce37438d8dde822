import { describe, expect, it } from 'vitest';

import { commandOf } from './queue-keys.ts';

const plain = { altKey: false, ctrlKey: false, metaKey: false, repeat: false };

describe('commandOf', () => {
  it('decides with A, C, S and R, in either case', () => {
    const verdicts = ['a', 'C', 's', 'R'].map((key) => commandOf({ ...plain, key, code: '' }));
    expect(verdicts).toEqual(['board', 'school', 'return', 'reject'].map((verdict) => ({ kind: 'decide', verdict })));
  });

  it('goes on with J, takes into a batch with X and back with Z', () => {
    const kinds = ['j', 'X', 'z'].map((key) => commandOf({ ...plain, key, code: '' })?.kind);
    expect(kinds).toEqual(['next', 'choose', 'undo']);
  });

  it('goes by the letter, not its place, where the keyboard writes Latin letters', () => {
    expect(commandOf({ ...plain, key: 'a', code: 'KeyQ' })).toEqual({ kind: 'decide', verdict: 'board' });
    expect(commandOf({ ...plain, key: 'q', code: 'KeyA' })).toBeUndefined();
  });

  it('goes by the place on an Arabic keyboard', () => {
    expect(commandOf({ ...plain, key: 'ش', code: 'KeyA' })).toEqual({ kind: 'decide', verdict: 'board' });
  });

  it('leaves shortcuts of the browser and named keys alone', () => {
    expect(commandOf({ ...plain, ctrlKey: true, key: 'a', code: 'KeyA' })).toBeUndefined();
    expect(commandOf({ ...plain, key: 'Enter', code: 'Enter' })).toBeUndefined();
    expect(commandOf({ ...plain, key: 'Process', code: 'KeyA' })).toBeUndefined();
  });

  it('decides once for a key held down', () => {
    expect(commandOf({ ...plain, repeat: true, key: 'a', code: 'KeyA' })).toBeUndefined();
  });
});
