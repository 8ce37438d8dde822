import { noFactorRule, strictRules, usualDesk, usualTrustAfter, usualWords, type School } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';
import { openMemoryStorage } from '@bridgeboard/storage/memory';
import { beforeEach, expect, test } from 'vitest';

import { AuditKeeper } from '../audit-keeper.ts';
import { systemRandom } from '../time-and-chance.ts';
import { alertEveryMs, WaitingAlerts } from './waiting-alerts.ts';

const minute = 60_000;
const [teacher, colleague, board] = ['teacher-0001', 'teacher-0002', 'board-000001'];
const school: School = {
  id: 'school-00001',
  name: 'S',
  shortName: 'S',
  place: 'S',
  country: 'GB',
  timeZone: 'UTC',
  mark: 'a',
  languages: ['en'],
  link: 'good',
  provider: null,
  rules: strictRules,
  words: usualWords,
  trustAfter: usualTrustAfter,
  factor: noFactorRule,
  desk: { ...usualDesk, days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1_440, waitMinutes: 30 },
};

let storage: Storage;
let now: number;
let told: { at: number; people: string[] }[];
let isAway: boolean;

beforeEach(async () => {
  [storage, now, told, isAway] = [await openMemoryStorage(), Date.UTC(2026, 10, 30, 9), [], false];
  await storage.directory.putSchool(school);
  for (const id of [teacher, colleague]) {
    await storage.directory.putStaff({
      id,
      school: school.id,
      name: id,
      demo: false,
      roles: ['teacher'],
      endedAt: null,
    });
  }
  const facts = { title: 'Rain', partnership: null, schools: [school.id], host: school.id, createdBy: teacher };
  await storage.catalogue.create({ id: board, ...facts, createdAt: 1, changedAt: 1, doorOpenUntil: 0 });
});

function alerts(): WaitingAlerts {
  const clock = { now: () => now };
  return new WaitingAlerts({
    storage,
    keeper: new AuditKeeper({ log: storage.audit, clock, random: systemRandom }),
    clock,
    tell: (_school, people) => {
      if (isAway) return Promise.reject(new Error('the mail server is away'));
      told.push({ at: now, people: people.map(({ id }) => id) });
      return Promise.resolve(people.length);
    },
    onError: () => undefined,
  });
}

let seq = 0;
function line(name: string, status: 'open' | 'approved', openedAt: number): Promise<void> {
  const facts = { board, school: school.id, author: 'pupil-000001', openedAt, changedAt: now, kinds: [], found: [] };
  return storage.queue.apply(board, (seq += 1), [{ case: name, status, ...facts }]);
}

/** Lets time go by, with the looks that the server takes. */
async function pass(ms: number, looking: WaitingAlerts): Promise<void> {
  for (const end = now + ms; now < end;) {
    now += alertEveryMs;
    await looking.look();
  }
}

test('[SG-28] [SGD11] whoever it concerns is told within a minute of the moment at which work has waited too long, once', async () => {
  const looking = alerts();
  const begun = now;
  await line('case-1', 'open', begun);
  await pass(29 * minute, looking);
  expect(told).toEqual([]);
  await pass(10 * minute, looking);
  await line('case-2', 'open', begun);
  await pass(60 * minute, looking);
  expect(told.map(({ people }) => people)).toEqual([[teacher]]);
  expect((told[0]?.at ?? 0) - (begun + 30 * minute)).toBeLessThanOrEqual(minute);
  const { lines } = await storage.audit.find({ school: school.id, below: 99, limit: 9, acts: ['alert.waits'] });
  expect(lines.map(({ line: { by, detail } }) => [by, detail])).toEqual([[null, '1']]);
});

test('[SGD11] again when nothing had waited so long meanwhile, and not by a start of the server alone', async () => {
  await line('case-1', 'open', now);
  await pass(40 * minute, alerts());
  await pass(10 * minute, alerts());
  expect(told).toHaveLength(1);
  const looking = alerts();
  await line('case-1', 'approved', now);
  await pass(minute, looking);
  await line('case-2', 'open', now);
  await pass(40 * minute, looking);
  expect(told).toHaveLength(2);
});

test('[SGD11] what could not be sent is sent when the mail server is back, to all staff where nobody else is there', async () => {
  const looking = alerts();
  const [member] = await storage.directory.staffOf(school.id);
  if (member) await storage.directory.putStaff({ ...member, endedAt: now });
  await line('case-1', 'open', now);
  isAway = true;
  await pass(40 * minute, looking);
  isAway = false;
  await pass(minute, looking);
  expect(told.map(({ people }) => people)).toEqual([[colleague]]);
});
