import { expect, it } from 'vitest';

import { termReport } from './term-report.ts';

const at = (text: string): number => Date.parse(text);
const minute = 60_000;

it('[SG-28] the figures of a review, by months of the school’s own calendar', () => {
  const report = termReport({
    timeZone: 'Africa/Lagos',
    decided: [
      { at: at('2026-10-31T22:30Z'), what: 'board' },
      { at: at('2026-10-31T23:30Z'), what: 'board' },
      { at: at('2026-11-05T10:00Z'), what: 'return' },
      { at: at('2026-11-05T11:00Z'), what: 'reject' },
      { at: at('2026-11-06T11:00Z'), what: 'school' },
    ],
    waits: [
      { decidedAt: at('2026-11-01T10:00Z'), waitedMs: 9 * minute },
      { decidedAt: at('2026-11-02T10:00Z'), waitedMs: 1 * minute },
      { decidedAt: at('2026-11-03T10:00Z'), waitedMs: 3 * minute },
      { decidedAt: at('2026-11-04T10:00Z'), waitedMs: 4 * minute },
    ],
    concerns: [
      { at: at('2026-10-02T10:00Z'), outcome: 'talked' },
      { at: at('2026-10-03T10:00Z'), outcome: 'talked' },
      { at: at('2026-11-03T10:00Z'), outcome: null },
    ],
    consentsTakenBack: [at('2026-12-01T10:00Z')],
    marked: [
      { found: ['words:en', 'phone'], status: 'rejected' },
      { found: ['words:en'], status: 'approved' },
      { found: ['words:own'], status: 'open' },
      { found: ['words:own'], status: 'returned' },
      { found: [], status: 'approved' },
    ],
  });
  const none = { board: 0, school: 0, return: 0, reject: 0, medianWaitMs: null, concerns: 0, consentsTakenBack: 0 };
  expect(report).toEqual({
    months: [
      { ...none, month: '2026-10', board: 1, concerns: 2 },
      {
        month: '2026-11',
        board: 1,
        school: 1,
        return: 1,
        reject: 1,
        medianWaitMs: 3.5 * minute,
        concerns: 1,
        consentsTakenBack: 0,
      },
      { ...none, month: '2026-12', consentsTakenBack: 1 },
    ],
    outcomes: { talked: 2, open: 1 },
    marks: [
      { mark: 'phone', approved: 0, returned: 0, rejected: 1, open: 0 },
      { mark: 'words:en', approved: 1, returned: 0, rejected: 1, open: 0 },
      { mark: 'words:own', approved: 0, returned: 1, rejected: 0, open: 1 },
    ],
  });
});

it('[SG-28] a school in which nothing happened has no month', () => {
  const nothing = { decided: [], waits: [], concerns: [], consentsTakenBack: [], marked: [] };
  expect(termReport({ timeZone: 'UTC', ...nothing })).toEqual({ months: [], outcomes: {}, marks: [] });
});
