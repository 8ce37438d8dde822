import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

import type { Op, OpRefusal } from '@bridgeboard/protocol';

/** An act of a member of staff on one record or case. */
export interface Act {
  readonly kind: 'hide' | 'decision';
  readonly subject: string;
}

/** One line of a diary: what was asked of the server under a number, or what it answered to that. */
type Line =
  | { readonly asked: number; readonly ops: readonly Op[] }
  | { readonly asked: number; readonly act: Act }
  | { readonly answered: number; readonly refused: readonly OpRefusal[] }
  /** Of an act: the code that refused it, or null where it was done. */
  | { readonly answered: number; readonly code: string | null };

/** One person's own file of what they asked and were answered, written before they do anything else with it. */
export class Diary {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
    writeFileSync(file, '', { flag: 'wx' });
  }

  write(line: Line): void {
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }
}

/** What somebody drew, by number. An edit without an answer may have been kept or not. */
export interface EditStory {
  readonly ops: readonly Op[];
  refused: readonly OpRefusal[] | null;
}

/** What somebody decided. `code` is undefined while there is no answer. */
interface ActStory extends Act {
  code: string | null | undefined;
}

/** A diary as it is read in the end. */
export interface Story {
  readonly edits: ReadonlyMap<number, EditStory>;
  readonly acts: readonly Readonly<ActStory>[];
}

/** Reads a diary back from its file. */
export function readDiary(file: string): Story {
  return storyOf(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line),
  );
}

/** What the lines of a diary come to. */
export function storyOf(lines: readonly Line[]): Story {
  const edits = new Map<number, EditStory>();
  const acts = new Map<number, ActStory>();
  for (const line of lines) {
    if ('ops' in line) edits.set(line.asked, { ops: line.ops, refused: null });
    else if ('act' in line) acts.set(line.asked, { ...line.act, code: undefined });
    else if ('refused' in line) {
      const edit = edits.get(line.answered);
      if (edit) edit.refused = line.refused;
    } else {
      const act = acts.get(line.answered);
      if (act) act.code = line.code;
    }
  }
  return { edits, acts: [...acts.values()] };
}
