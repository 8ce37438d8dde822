import { checkNickname, classLimits, sameNickname, tidyNickname } from '@bridgeboard/domain';
import type { ErrorCode } from '@bridgeboard/protocol';
import Papa from 'papaparse';

/** One line of a list, as a teacher is shown it before anything is kept. */
export type ListLine = {
  /** From 1, blank lines counted: as the spreadsheet or the editor numbers it. */
  readonly number: number;
  /** What stands there, cell by cell. */
  readonly cells: readonly string[];
  /** The pupil's name, where there is one to be had. */
  readonly name: string;
  /** Why it cannot be taken, or null. `TWICE`: an earlier line of this list says the same. */
  readonly wrong: ErrorCode | 'TWICE' | null;
};

/** A list as it was read; without a line of headings they are null. */
export type NameList = { readonly headings: readonly string[] | null; readonly lines: readonly ListLine[] };

/** What columns are called in the school programs of the languages that we speak, in small letters. */
const givenHeaders = new Set(
  (
    'first name, firstname, forename, given name, preferred name, name, nickname, pupil, student, ' +
    'prénom, prenom, élève, eleve, الاسم الأول, الاسم, التلميذ, الطالب'
  ).split(', '),
);
const familyHeaders = new Set(
  'surname, last name, lastname, family name, nom de famille, nom, اسم العائلة, اللقب'.split(', '),
);

type Columns = { readonly given: number; readonly family: number | null };

/**
 * Reads a pasted or opened list of pupils: commas, semicolons or tabs, with a line of headings or without. Where there is a
 * column of surnames, its first letter is all that is taken of it. `known` are the names in the class already.
 */
export function readNames(text: string, known: readonly string[]): NameList {
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const rows = data.map((cells, at) => ({ number: at + 1, cells: cells.map((cell) => cell.trim()) }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first] = filled;
  const named = first === undefined ? null : columnsByHeadings(first.cells);
  if (first !== undefined && named !== null) {
    return { headings: first.cells, lines: judge(filled.slice(1), { columns: named, known }) };
  }
  const columns = { given: bestColumn(filled.map(({ cells }) => cells)), family: null };
  return { headings: null, lines: judge(filled, { columns, known }) };
}

/** Lines of a list as text that a spreadsheet and `readNames` take again, with its headings. */
export function writeLines({ headings }: NameList, lines: readonly ListLine[]): string {
  const rows = lines.map(({ cells }) => [...cells]);
  return Papa.unparse(headings === null ? rows : [[...headings], ...rows], { delimiter: '\t', newline: '\n' });
}

/** The sign that most lines have: the library's own guess gives up on two columns with a blank line behind them. */
function delimiterOf(text: string): string {
  const lines = text.split('\n');
  const counts = ['\t', ';', ','].map((sign) => ({ sign, lines: lines.filter((line) => line.includes(sign)).length }));
  return counts.toSorted((one, other) => other.lines - one.lines)[0]?.sign ?? ',';
}

type Row = { readonly number: number; readonly cells: readonly string[] };

function judge(rows: readonly Row[], by: { columns: Columns; known: readonly string[] }): ListLine[] {
  const taken: string[] = [];
  return rows.map(({ number, cells }) => {
    const name = nameIn(cells, by.columns);
    const wrong = problemWith(name, { taken, known: by.known });
    if (wrong === null) taken.push(name);
    return { number, cells, name, wrong };
  });
}

function problemWith(
  name: string,
  { taken, known }: { taken: readonly string[]; known: readonly string[] },
): ListLine['wrong'] {
  const wrong = checkNickname(name);
  if (wrong !== null) return wrong;
  if (taken.some((other) => sameNickname(other, name))) return 'TWICE';
  if (known.some((other) => sameNickname(other, name))) return 'NAME_TAKEN';
  return known.length + taken.length >= classLimits.pupilsPerClass ? 'CLASS_FULL' : null;
}

function nameIn(cells: readonly string[], { given, family }: Columns): string {
  const first = tidyNickname(cells[given] ?? '');
  const initial = family === null ? '' : (/\p{L}\p{M}*/u.exec(tidyNickname(cells[family] ?? ''))?.[0] ?? '');
  return first === '' || initial === '' ? first : `${first} ${initial.toLocaleUpperCase()}.`;
}

function columnsByHeadings(cells: readonly string[]): Columns | null {
  const headings = cells.map((cell) => tidyNickname(cell).toLocaleLowerCase());
  const find = (names: ReadonlySet<string>): number => headings.findIndex((heading) => names.has(heading));
  const family = find(familyHeaders);
  const given = find(givenHeaders);
  if (given >= 0) return { given, family: family < 0 ? null : family };
  // "Nom" alone heads whole names, not surnames.
  return family < 0 ? null : { given: family, family: null };
}

/** Without headings: the column in which most lines have what can be a name, the first of equals. */
function bestColumn(rows: readonly (readonly string[])[]): number {
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  const fits = Array.from(
    { length: width },
    (_, at) => rows.filter((cells) => checkNickname(tidyNickname(cells[at] ?? '')) === null).length,
  );
  return fits.indexOf(Math.max(...fits));
}
