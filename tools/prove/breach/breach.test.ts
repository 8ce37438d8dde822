import { openMemoryStorage } from '@bridgeboard/storage/memory';
import type { Storage } from '@bridgeboard/storage';
import type { BreachSubject } from '@bridgeboard/protocol';
import { beforeAll, expect, test } from 'vitest';

import { breachReport } from '../../../apps/server/src/breach-report.ts';
import { differences, foundIn } from './compare.ts';
import { expectedOf } from './expected.ts';
import { incident, planIncident } from './incident.ts';
import { loggedBy, seedIncident } from './seed-incident.ts';

const plan = planIncident(100);
const { from, until } = incident;
const [own = '', partner = '', stranger = ''] = plan.schools;
const [board] = plan.boards;
let storage: Storage;

beforeAll(async () => {
  storage = await openMemoryStorage();
  await seedIncident(storage, plan);
});

const reportOf = async (of: BreachSubject) =>
  (await breachReport(storage, { of, from, until })).find(({ school }) => school.id === own);

test.each<[string, BreachSubject]>([
  ['the account of a teacher and lead', { kind: 'account', id: plan.account }],
  ['a pupil’s account', { kind: 'account', id: board?.pupils[2]?.id ?? '' }],
  ['a board as its staff see it', { kind: 'board', id: board?.id ?? '', as: 'staff' }],
  ['a board as a guest sees it', { kind: 'board', id: board?.id ?? '', as: 'guest' }],
])('[SG-35] [BRE1] [BRE2] [BRE3] who is affected by %s, with what, is exactly who was', async (_name, of) => {
  const report = await reportOf(of);
  const expected = expectedOf(plan, { of, from, until });
  expect(Object.keys(expected.pupils).length).toBeGreaterThan(10);
  expect(Object.keys(expected.others)).toEqual([partner]);
  expect(differences(expected, foundIn(report ?? { pupils: [], others: [] }))).toEqual([]);
});

test('[BRE3] [BRE4] it says when the account came in, how many lines the log has, and what is gone since', async () => {
  const report = await reportOf({ kind: 'account', id: plan.account });
  expect(report?.signedIn).toEqual(loggedBy(plan).signedIn.map(({ at }) => at));
  expect(report?.gone).toEqual({ pupils: 1, boards: 0 });
  expect(report?.lines).toBeGreaterThan(3);
});

test('[BRE1] nothing is found for an account that nobody has, and for a school that the board is not of', async () => {
  expect(await breachReport(storage, { of: { kind: 'account', id: 'nobody' }, from, until })).toEqual([]);
  const reports = await breachReport(storage, { of: { kind: 'board', id: board?.id ?? '', as: 'staff' }, from, until });
  expect(reports.map(({ school }) => school.id)).toEqual([own, partner]);
  expect(JSON.stringify(reports)).not.toContain(stranger);
});
