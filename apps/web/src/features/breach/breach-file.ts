import type { BreachAnswer, BreachFindings } from '@bridgeboard/protocol';

import type { Translate } from '../../i18n/translate.ts';
import type { BreachWish } from './breach-form.tsx';

/** A line for each pupil and board, for a spreadsheet. */
export function asCsv({ pupils, boards }: BreachFindings, t: Translate): string {
  const titles = new Map(boards.map(({ id, title }) => [id, title]));
  const head = ['pupil', 'class', 'couldSee', 'board', 'pieces', 'since', 'didDo'] as const;
  const lines = pupils.flatMap(({ name, class: className, could, work, did }) => {
    const data = could.map((kind) => t(`breach.data.${kind}`)).join('; ');
    const acts = did.map((act) => t(`audit.act.${act}`)).join('; ');
    const places = work.length === 0 ? [{ board: '', pieces: 0, since: null }] : work;
    return places.map(({ board, pieces, since }) => {
      const title = board === '' ? '' : (titles.get(board) ?? t('breach.leftBoard'));
      const first = since === null ? '' : new Date(since).toISOString();
      return [name, className, data, title, String(pieces), first, acts];
    });
  });
  const rows = [head.map((column) => t(`breach.${column}`)), ...lines];
  // Spreadsheets take a file for Unicode by its first character.
  return `\u{feff}${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A spreadsheet takes what begins like this for a formula, and children choose names and titles. */
const formulaSign = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const harmless = formulaSign.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Everything that was found, with what was asked. */
export function asJson(answer: Extract<BreachAnswer, { state: 'found' }>, { question, noticedAt }: BreachWish): string {
  const { findings, at } = answer;
  return `${JSON.stringify({ format: 'bridgeboard-breach-1', question, noticedAt, foundAt: at, ...findings }, null, 1)}\n`;
}

/** Puts a file away on this device; nothing leaves it. */
export function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
