import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { engineMutants } from './engine-mutants.ts';
import { withEdit, type Mutant } from './mutant.ts';
import { serverMutants } from './server-mutants.ts';
import { storeMutants } from './store-mutants.ts';

const root = join(import.meta.dirname, '../..');
const mutants: readonly Mutant[] = [...engineMutants, ...serverMutants, ...storeMutants];

test.each(mutants)('$id still fits the source: $what', ({ edits, tests }) => {
  const files = new Map(edits.map(({ file }) => [file, readFileSync(join(root, file), 'utf8')]));
  for (const edit of edits) {
    const changed = withEdit(files.get(edit.file) ?? '', edit);
    expect(changed, edit.find).not.toBeNull();
    files.set(edit.file, changed ?? '');
  }
  for (const path of tests) expect(existsSync(join(root, path)), path).toBe(true);
});

test('a mutant has a name of its own', () => {
  expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
});

test('an edit is made only where its text stands exactly once', () => {
  const edit = { file: '', find: 'aba', replace: 'c' };
  expect(withEdit('xabay', edit)).toBe('xcy');
  expect(withEdit('xy', edit)).toBeNull();
  expect(withEdit('aba aba', edit)).toBeNull();
  expect(withEdit('ababa', edit)).toBeNull();
  expect(withEdit('any', { ...edit, find: '' })).toBeNull();
});
