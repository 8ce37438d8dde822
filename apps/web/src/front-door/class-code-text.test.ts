import { expect, it } from 'vitest';

import { bareCode, caretAfter, findCode, writeCode } from './class-code-text.ts';

it('writes a code as it stands on the wall, however it was typed', () => {
  expect(writeCode('kfpr7m4t')).toBe('KFPR-7M4T');
  expect(writeCode(' kfp r-7m 4t ')).toBe('KFPR-7M4T');
  expect(writeCode('kfpr')).toBe('KFPR');
  expect(writeCode('kfpr-')).toBe('KFPR');
  expect(writeCode('kfpr7m4t99')).toBe('KFPR-7M4T');
  expect(bareCode('KFPR-7M4T')).toBe('KFPR7M4T');
});

it('keeps the caret behind the letter that was typed last', () => {
  expect(caretAfter('kfpr')).toBe(4);
  expect(caretAfter('kfpr7')).toBe(6);
  expect(caretAfter('kf')).toBe(2);
});

it('finds the code in a pasted sentence and takes no word for one', () => {
  expect(findCode('Class code: kfpr 7m4t, see you')).toBe('KFPR7M4T');
  expect(findCode('KFPR-7M4T')).toBe('KFPR7M4T');
  expect(findCode('kfpr7m4tkfpr7m4t')).toBeUndefined();
  expect(findCode('your code comes tomorrow')).toBeUndefined();
});
