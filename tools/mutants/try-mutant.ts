import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { withEdit, type Mutant } from './mutant.ts';
import type { TestRun } from './run-tests.ts';

/** What became of one mutant: a test noticed it, none did, or it could not even be tried. */
export type Fate =
  | { readonly kind: 'killed'; readonly by: string; readonly asExpected: boolean }
  | { readonly kind: 'survived' }
  | { readonly kind: 'untried'; readonly why: string };

/** Runs tests in the copy, those of these files or all, until the first fails. */
export type Ask = (files: readonly string[]) => Promise<TestRun>;

/** Puts a mutant into a copy of the workspace, asks the tests, and takes it out again. */
export async function tryMutant(folder: string, mutant: Mutant, ask: Ask): Promise<Fate> {
  const originals = new Map<string, string>();
  let fate: Fate;
  try {
    for (const edit of mutant.edits) {
      const text = await readFile(join(folder, edit.file), 'utf8').catch(() => null);
      const changed = text === null ? null : withEdit(text, edit);
      if (text === null || changed === null) {
        return { kind: 'untried', why: `its text does not stand exactly once in ${edit.file}` };
      }
      if (!originals.has(edit.file)) originals.set(edit.file, text);
      await writeFile(join(folder, edit.file), changed);
    }
    fate = await fateOf(mutant, ask);
  } finally {
    for (const [file, text] of originals) await writeFile(join(folder, file), text);
  }
  return fate.kind === 'killed' && !fate.asExpected ? confirmed(fate, ask) : fate;
}

/** A test that nobody had asked before may fail without the mutant as well, and then it says nothing. */
async function confirmed(fate: Extract<Fate, { kind: 'killed' }>, ask: Ask): Promise<Fate> {
  const without = await ask([fileOf(fate.by)]);
  if (without.trouble === null && without.failed.length === 0) return fate;
  return { kind: 'untried', why: `${fate.by} does not pass without it either` };
}

async function fateOf(mutant: Mutant, ask: Ask): Promise<Fate> {
  const expected = await ask(mutant.tests);
  if (expected.trouble !== null) return { kind: 'untried', why: expected.trouble };
  const [first] = expected.failed;
  if (first !== undefined) return { kind: 'killed', by: first, asExpected: true };
  const others = await ask([]);
  if (others.trouble !== null) return { kind: 'untried', why: others.trouble };
  const [other] = others.failed;
  if (other === undefined) return { kind: 'survived' };
  // Once more, alone: a test that fails now and then has not noticed anything.
  const again = await ask([fileOf(other)]);
  if (again.failed.length === 0) return { kind: 'untried', why: `${other} failed once, and then did not` };
  return { kind: 'killed', by: other, asExpected: false };
}

function fileOf(test: string): string {
  return test.slice(0, test.indexOf(': '));
}
