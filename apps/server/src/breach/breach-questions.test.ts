import type { Storage } from '@bridgeboard/storage';
import { openMemoryStorage } from '@bridgeboard/storage/memory';
import { expect, test } from 'vitest';

import { BreachQuestions } from './breach-questions.ts';

const asker = { id: 'asker', name: 'Ms Reed', school: 'school-0000000000000000', role: 'staff' } as const;
const teacher = 'teacher-00000000000000';
const brief = {
  id: asker.school,
  name: 'S',
  shortName: 'S',
  place: 'S',
  country: 'GB',
  timeZone: 'UTC',
  mark: 'a',
} as const;

test('[BRE7] whoever asks is told how far it is, and finds when they ask the same again', async () => {
  const storage: Storage = await openMemoryStorage();
  const member = { id: teacher, school: brief.id, name: 'T', demo: false, endedAt: null };
  await storage.directory.putStaff({ ...member, roles: ['teacher'] });
  const gate = Promise.withResolvers<null>();
  let begun = 0;
  const questions = new BreachQuestions({
    storage,
    reportsFor: () => () => {
      begun += 1;
      return gate.promise;
    },
    schoolBrief: () => Promise.resolve(brief),
    clock: { now: () => 7 },
    wait: () => new Promise((resolve) => setImmediate(resolve)),
  });
  const question = { of: { kind: 'account', id: teacher }, from: 1, until: 2 } as const;
  expect(await questions.ask(asker, question)).toEqual({ state: 'looking', boards: 0, looked: 0 });
  expect(await questions.ask(asker, question)).toMatchObject({ state: 'looking' });
  gate.resolve(null);
  await gate.promise;
  const answer = await questions.ask({ ...asker }, question);
  expect(answer).toMatchObject({ state: 'found', at: 7, timeZone: 'UTC', findings: { pupils: [], lines: 0 } });
  expect(begun).toBe(1);
});
