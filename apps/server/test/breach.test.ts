import type { AuditView, BreachAnswer, BreachFindings, ClassLine, ClassView } from '@bridgeboard/protocol';
import { keptClasses, pupilData } from '@bridgeboard/protocol';
import type { HttpPerson } from '@bridgeboard/testkit';
import { beforeAll, expect, test } from 'vitest';

import { appCode } from './app-code.ts';
import { codeIn, useReportingLesson } from './reporting-lesson.ts';

const at = useReportingLesson();
const hour = 3_600_000;
let [teacher, reported, from] = ['', '', 0];
let colleague: HttpPerson;
/** What a lead is answered before they have a second factor. */
let refusedWithout: unknown;

/** Gives somebody a second factor; who has one is asked for it at the next sign-in, and this session goes on. */
async function setUpFactor(person: HttpPerson, password: string): Promise<void> {
  const { secret } = (await person.post('/api/account/second-factor/begin', { password })).json as { secret: string };
  expect((await person.post('/api/account/second-factor/confirm', { code: appCode(secret) })).status).toBe(200);
}

const idOf = async (person: HttpPerson): Promise<string> => ((await person.get('/api/me')).json as { id: string }).id;
const span = () => ({ from, until: at.here.server.clock.now() + hour });

function ask(person: HttpPerson, of: object) {
  return person.post('/api/breach', { of, ...span() });
}

async function found(person: HttpPerson, of: object): Promise<BreachFindings> {
  for (;;) {
    const answer = (await ask(person, of)).json as BreachAnswer;
    if (answer.state === 'found') return answer.findings;
  }
}

async function ownPupils(person: HttpPerson): Promise<string[]> {
  const { classes } = (await person.get('/api/classes')).json as { classes: ClassLine[] };
  const views = await Promise.all(
    classes.map(async ({ id }) => (await person.get(`/api/classes/${id}`)).json as ClassView),
  );
  return views.flatMap(({ pupils }) => pupils.map(({ id }) => id)).toSorted();
}

beforeAll(async () => {
  const { server, lesson } = at.here;
  from = server.clock.now() - hour;
  colleague = await at.here.colleague('Mrs Vane', ['teacher']);
  teacher = await idOf(colleague);
  reported = await at.here.noteOf('board');
  await at.here.noteOf('held');
  refusedWithout = codeIn(await ask(lesson.reed, { kind: 'account', id: teacher }));
  for (const [i, person] of [lesson.reed, lesson.bello].entries()) {
    await setUpFactor(person, server.demo.staff[i]?.password ?? '');
  }
});

test('[SG-35] [BRE1] a colleague’s account concerns every pupil of the school, and of the other school as many as had let work out', async () => {
  const { lesson } = at.here;
  const oliver = await idOf(lesson.oliver);
  const findings = await found(lesson.reed, { kind: 'account', id: teacher });
  expect(findings.pupils.map(({ id }) => id).toSorted()).toEqual(await ownPupils(lesson.reed));
  const [own] = findings.pupils.filter(({ id }) => id === oliver);
  expect(own?.could).toEqual(
    expect.arrayContaining(['name', 'class', 'consent', 'trust', 'code', 'work', 'decisions']),
  );
  expect(own?.work.find(({ board }) => board === lesson.board)).toMatchObject({ pieces: 2, kinds: ['work'] });
  const [bello, reed] = [await idOf(lesson.bello), await idOf(lesson.reed)];
  expect(JSON.stringify(findings)).not.toContain(await idOf(lesson.aisha));
  // What the demo's other school has let out.
  expect(findings.others.map(({ pupils }) => pupils > 0)).toEqual([true]);
  expect(codeIn(await ask(lesson.reed, { kind: 'account', id: bello }))).toBe('NOT_FOUND');
  expect(codeIn(await ask(lesson.bello, { kind: 'account', id: reed }))).toBe('NOT_FOUND');
  expect(codeIn(await ask(lesson.reed, { kind: 'board', id: 'AbsentAbsentAbsentAbs2', as: 'staff' }))).toBe(
    'NOT_FOUND',
  );
});

test('[BRE2] the other school’s waiting work is neither counted nor told of', async () => {
  const { lesson } = at.here;
  const board = { kind: 'board', id: lesson.board, as: 'staff' };
  // Ms Reed's pupil has one piece let out and one waiting: Mr Bello's school hears of one pupil, its own has both pieces.
  const far = await found(lesson.bello, board);
  expect(far.others.map(({ pupils }) => pupils)).toEqual([1]);
  expect(far.pupils.flatMap(({ work }) => work)).toEqual([]);
  const near = await found(lesson.reed, board);
  expect(near.pupils.flatMap(({ work }) => work.map(({ pieces }) => pieces))).toEqual([2]);
  expect(near.others).toEqual([]);
  const guest = await found(lesson.reed, { ...board, as: 'guest' });
  expect(guest.pupils.map(({ could, work }) => [could, work.map(({ pieces }) => pieces)])).toEqual([[['work'], [1]]]);
});

test('[BRE3] what the account did stands beside what it could see', async () => {
  const { lesson } = at.here;
  const { classes } = (await colleague.get('/api/classes')).json as { classes: ClassLine[] };
  const oliver = await idOf(lesson.oliver);
  for (const { id } of classes) await colleague.get(`/api/classes/${id}/pupils/${oliver}/file`);
  const { pupils, lines } = await found(lesson.reed, { kind: 'account', id: teacher });
  expect(pupils.filter(({ did }) => did.length > 0).map(({ id, did }) => [id, did])).toEqual([
    [oliver, ['pupil.export']],
  ]);
  expect(lines).toBeGreaterThan(0);
});

test('[BRE5] [SGD5] reports of concern are told to those who look after them alone', async () => {
  const { lesson, server } = at.here;
  const head = await at.here.colleague('Mr Head', ['administrator']);
  await setUpFactor(head, 'a long enough one');
  const reed = { kind: 'account', id: await idOf(lesson.reed) };
  const without = await found(head, reed);
  await at.here.reportPiece(lesson.oliver, reported);
  server.clock.forward(1_000);
  const told = await found(lesson.reed, reed);
  expect(told.pupils.filter(({ could }) => could.includes('reports'))).toHaveLength(1);
  const after = await found(head, reed);
  expect([without.knowsReports, after.knowsReports, told.knowsReports]).toEqual([false, false, true]);
  expect(after.pupils.filter(({ could }) => could.includes('reports'))).toEqual([]);
});

test('[BRE6] administrators and leads ask alone, and each finding is a line that does not say about whom', async () => {
  const { lesson } = at.here;
  expect(refusedWithout).toBe('SECOND_FACTOR_NEEDED');
  for (const person of [colleague, lesson.oliver]) {
    expect(codeIn(await ask(person, { kind: 'account', id: teacher }))).toBe('FORBIDDEN');
  }
  await found(lesson.reed, { kind: 'account', id: teacher });
  const { lines } = (await lesson.reed.get('/api/audit?act=breach.look')).json as AuditView;
  expect(lines[0]).toMatchObject({ act: 'breach.look', detail: 'account', people: [], board: null });
});

test('[SG-35] [SG-23] what is told of a pupil is of the classes that are kept; those that are left out hold nothing to look at', () => {
  const told = new Set<string>(Object.values(pupilData));
  const others = Object.keys(keptClasses).filter((one) => !told.has(one));
  // Uploads on no board are their author's alone; the rest is of sign-ins and of ids.
  expect(others.toSorted()).toEqual(['erasures', 'invitations', 'networks', 'sessions', 'uploads']);
});
