import type { BreachFindings } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { asCsv } from './breach-file.ts';

const findings: BreachFindings = {
  pupils: [
    {
      id: 'p',
      name: '=HYPERLINK("x")',
      class: '5B',
      could: ['name', 'work'],
      work: [{ board: 'b', kinds: ['work'], pieces: 2, since: Date.UTC(2026, 10, 30) }],
      did: ['pupil.export'],
    },
    { id: 'q', name: 'Ana "A."', class: '5B', could: ['name'], work: [], did: [] },
  ],
  boards: [{ id: 'b', title: 'Rain, snow', did: [] }],
  others: [],
  gone: { pupils: 0, boards: 0 },
  signedIn: [],
  lines: 1,
  knowsReports: true,
};

test('[SG-35] a file for spreadsheets has a line for each pupil and board, and nothing in it is a formula', () => {
  const [head, first, second, end] = asCsv(findings, (id) => id).split('\r\n');
  expect(head).toMatch(/^\u{feff}"breach\.pupil","breach\.class"/u);
  expect(first).toBe(
    `"'=HYPERLINK(""x"")","5B","breach.data.name; breach.data.work","Rain, snow","2","2026-11-30T00:00:00.000Z","audit.act.pupil.export"`,
  );
  expect(second).toBe('"Ana ""A.""","5B","breach.data.name","","0","",""');
  expect(end).toBe('');
});
