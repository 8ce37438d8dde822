import { sealConcern } from '@bridgeboard/domain';
import { actions, type Endpoint } from '@bridgeboard/protocol';
import { HttpPerson, letPupilIn, makeBoard, signInStaff } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { allEndpoints } from '../../../tools/reference/all-endpoints.ts';
import { startInProcess } from './server-in-process.ts';
import type { ServerInProcess } from './server-in-process.ts';

const withIds = allEndpoints.filter(({ path }) => path.includes('/:'));

/** A body each endpoint takes, so that the answer depends on the id alone. */
const bodies: Readonly<Record<string, unknown>> = {
  '/api/boards/:board/door': { minutes: 5 },
  '/api/boards/:board/admit': { pupils: ['aaaaaaaaaaaaaaaaaaaaaa'] },
  '/api/boards/:board/dismiss': { pupils: ['aaaaaaaaaaaaaaaaaaaaaa'] },
  '/api/boards/:board/cases/:case/decision': { verdict: 'board', hash: 'x' },
  '/api/boards/:board/records/:record/hide': { hidden: true },
  '/api/boards/:board/authors/:author/hide': { bringBack: null },
  '/api/boards/:board/authors/:author/rewind/preview': { minutes: 3 },
  '/api/boards/:board/authors/:author/rewind': { minutes: 3 },
  '/api/boards/:board/timeline/back/preview': { moment: 1 },
  '/api/boards/:board/timeline/back': { moment: 1 },
  '/api/boards/:board/authors/:author/suspend': { suspended: true },
  '/api/boards/:board/first-look/accept': { records: [{ record: `shape:${'r'.repeat(21)}`, hash: 'x' }] },
  '/api/boards/:board/first-look/take-back': { records: [`shape:${'r'.repeat(21)}`] },
  '/api/boards/:board/freeze': { whom: { all: true }, frozen: true },
  '/api/boards/:board/school-rules': { mode: 'held' },
  '/api/boards/:board/stop': { stopped: false },
  '/api/boards/:board/cursors': { shown: true },
  '/api/boards/:board/members': { classes: null, pupils: [] },
  '/api/boards/:board/levels': { whom: { school: 'own' }, level: 'own' },
  '/api/boards/:board/staff-pages': { page: 'page:page', staffOnly: false },
  '/api/boards/:board/guests': { name: 'Dr Cole', minutes: 45 },
  '/api/school/staff/:person/roles': { roles: ['teacher'] },
  '/api/partnerships/:partnership/lines': { line: 'keepMonths', value: 12 },
  '/api/partnerships/:partnership/proposals/:proposal': { answer: 'agree' },
  '/api/partnerships/:partnership/invitations/:invitation': { answer: 'withdraw' },
  '/api/boards/:board/concerns': { id: 'aaaaaaaaaaaaaaaaaaaaaa', about: { kind: 'board' }, reason: 'other' },
  '/api/concerns/:concern/steps': { step: 'take' },
  '/api/classes/:class/remove': { name: 'Nobody’s' },
  '/api/classes/:class/consent': { pupils: ['AbsentAbsentAbsentAbs2'], kind: 'publishWork', given: true },
  '/api/classes/:class/pupils': { names: ['Ada L.'] },
  '/api/classes/:class/pupils/:pupil': { name: 'Ada L.' },
  '/api/classes/:class/pupils/:pupil/suspend': { suspended: true },
  '/api/classes/:class/pupils/:pupil/trust': { kind: 'words', level: 'after' },
};

const absent = 'AbsentAbsentAbsentAbs2';
const foreign = 'ForeignForeignForeign2';
const ids: Readonly<Record<string, string>> = {
  case: 'CaseCaseCaseCaseCaseC2',
  author: '0.7',
  record: `shape:${'r'.repeat(21)}`,
};

let server: ServerInProcess;
let people: Readonly<Record<'staff' | 'pupil', HttpPerson>>;
/** Several, because one pupil may not ask as often in a minute as there are routes to ask. */
let pupils: HttpPerson[];

beforeAll(async () => {
  server = await startInProcess();
  const staff = await signInStaff(server, 0);
  const board = await makeBoard(staff);
  pupils = [];
  for (let pupil = 0; pupil < 4; pupil += 1) {
    pupils.push(await letPupilIn(server, { school: 0, pupil, board, by: staff }));
  }
  people = { staff, pupil: await letPupilIn(server, { school: 0, pupil: 4, board, by: staff }) };
  // A board and a publication of another school, which nobody of the demo belongs to.
  const facts = { title: 'Elsewhere', schools: ['SchoolElsewhere000002'], createdAt: 1 };
  const doors = { partnership: null, host: 'SchoolElsewhere000002', createdBy: 'PersonElsewhere000002' };
  await server.storage.catalogue.create({ id: foreign, ...facts, ...doors, changedAt: 1, doorOpenUntil: 9e15 });
  const none = { board: foreign, parts: [], withdrawnAt: null, withdrawnBy: null, proposedBy: 'PersonElsewhere000002' };
  await server.storage.publications.create({ id: foreign, ...facts, ...none });
  const blob = { hash: 'f'.repeat(64), bytes: 9 };
  const picture = { mimeType: 'image/webp', width: 1, height: 1, full: blob, small: blob, uploadedAt: 1 } as const;
  const pictured = {
    board: foreign,
    author: 'PersonElsewhere000002',
    school: 'SchoolElsewhere000002',
    upload: foreign,
  };
  await server.storage.assets.create({ id: foreign, ...pictured, ...picture, isKept: true });
  const whose = { person: 'PersonElsewhere000002', school: 'SchoolElsewhere000002', role: 'staff' } as const;
  const report = { concern: foreign, at: 1, by: whose, schools: ['SchoolElsewhere000002'], content: null };
  const subject = { about: 'board' as const, board: foreign, record: null, assets: [], whose: null, seq: 1 };
  const event = { kind: 'reported' as const, reason: 'other' as const, ...subject };
  await server.storage.concerns.append([{ ...report, event }], sealConcern);
  const offer = { name: 'Mr Okoro', roles: ['teacher' as const], school: 'SchoolElsewhere000002' };
  await server.storage.directory.putStaff({ id: foreign, ...offer, demo: true, endedAt: null });
  const by = 'PersonElsewhere000002';
  await server.storage.invitations.put({ id: foreign, ...offer, by, secretHash: 'x', expiresAt: 9e15 });
});
afterAll(() => server.close());

async function ask(
  { method, path }: Endpoint,
  id: string,
  person: HttpPerson,
): Promise<{ status: number; text: string }> {
  const address = path.replaceAll(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(ids[name] ?? id));
  const send = {
    GET: () => person.get(address),
    POST: () => person.post(address, bodies[path]),
    PUT: () => person.put(address, new Uint8Array(9)),
  };
  const answer = await send[method]();
  return { status: answer.status, text: answer.text.replace(/"requestId":"[^"]+"/, '') };
}

describe.each(withIds.map((endpoint, at) => ({ name: `${endpoint.method} ${endpoint.path}`, endpoint, at })))(
  '$name',
  ({ endpoint, at }) => {
    it.each(['staff', 'pupil'] as const)('[SEC-09] tells %s nothing of what belongs to others', async (role) => {
      const person = (role === 'pupil' ? pupils[at % pupils.length] : undefined) ?? people[role];
      const missing = await ask(endpoint, absent, person);
      const isForStaff = ['staff', 'administrator'].includes(actions[endpoint.action].who);
      expect(missing.status).toBe(isForStaff && role === 'pupil' ? 403 : 404);
      expect(await ask(endpoint, foreign, person)).toEqual(missing);
      expect(await ask(endpoint, 'no id at all!', person)).toEqual(missing);
    });

    it('[SEC-09] asks for a session first', async () => {
      const nobody = new HttpPerson(server.url);
      expect(await ask(endpoint, foreign, nobody)).toMatchObject({ status: 401 });
      expect(await ask(endpoint, foreign, nobody)).toEqual(await ask(endpoint, absent, nobody));
    });
  },
);

it('there are endpoints with ids, so that this test tests something', () => {
  expect(withIds.length).toBeGreaterThan(15);
});

it('a pupil is refused what is for staff, whatever the board', async () => {
  expect((await people.pupil.post('/api/boards', { title: 'Mine' })).json).toMatchObject({ code: 'FORBIDDEN' });
  expect((await people.pupil.get('/api/queue')).json).toMatchObject({ code: 'FORBIDDEN' });
  expect((await people.staff.get('/api/lobby')).json).toMatchObject({ code: 'FORBIDDEN' });
});
