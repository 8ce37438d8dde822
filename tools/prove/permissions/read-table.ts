import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Everybody the table has a column for, as it calls them. */
export const actors = [
  'nobody',
  'ended',
  'own staff',
  'own teacher',
  'own lead',
  'factor due',
  'partner staff',
  'foreign staff',
  'own pupil',
  'partner pupil',
  'waiting pupil',
  'left-out pupil',
  'foreign pupil',
  'guest',
] as const;
export type ActorName = (typeof actors)[number];

/** What becomes of each actor's try: `yes`, or the code that refuses it. */
export type Row = Readonly<Record<ActorName, string>>;

const page = join(import.meta.dirname, '../../../docs/spec/permissions.md');

/** What the first column of a table of `docs/spec/permissions.md` lists: routes and messages, or the actions they are. */
export type Kind = 'what' | 'action';

/** The rows of `docs/spec/permissions.md` by what is tried: `GET /api/boards`, `edit of a held piece`, `make a board`. */
export async function readTable(kind: Kind = 'what'): Promise<ReadonlyMap<string, Row>> {
  return rowsOf(await readFile(page, 'utf8'), kind);
}

/** Throws for a table whose columns are others than `actors`: it would be read wrongly. */
export function rowsOf(text: string, kind: Kind = 'what'): ReadonlyMap<string, Row> {
  let isAsked = false;
  const rows = new Map<string, Row>();
  for (const line of text.split('\n').filter((each) => each.startsWith('|'))) {
    const [what = '', ...cells] = line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim());
    if (what.startsWith('-')) continue;
    if (what === 'what' || what === 'action') {
      isAsked = what === kind;
      if (cells.join() !== actors.join()) throw new Error(`a table of permissions has the columns ${cells.join(', ')}`);
      continue;
    }
    if (!isAsked) continue;
    // A guest is nobody where a row does not say otherwise (BP6).
    const asNobody = { guest: cells[0] };
    const known = { ...asNobody, ...Object.fromEntries(cells.map((cell, at) => [actors[at], cell])) };
    rows.set(what.replaceAll('`', ''), known as Row);
  }
  return rows;
}
