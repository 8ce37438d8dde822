import { minuteOfDay } from '@bridgeboard/domain';
import type {
  CharterChange,
  CharterPage,
  HttpRefusal,
  Op,
  PartnershipLine,
  PublicationLine,
} from '@bridgeboard/protocol';
import { DemoServer, image, recordIdOf, shape, until } from '@bridgeboard/testkit';
import type { HttpAnswer, HttpPerson } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { onBoard, startLesson, waitingCase, type Lesson } from './lesson.ts';
import { photo } from './sample-pictures.ts';

let lesson: Lesson;
let charter: string;

beforeAll(async () => {
  lesson = await startLesson(await DemoServer.start(), 'Charter');
  const { json } = await lesson.reed.get('/api/partnerships');
  charter = `/api/partnerships/${(json as { partnerships: PartnershipLine[] }).partnerships[0]?.id}`;
});
afterAll(() => lesson.server[Symbol.asyncDispose]());

const put = (name: string): Op => ({ op: 'create', record: shape('note', name) });
const at = (path: string): string => `/api/boards/${lesson.board}/${path}`;
let uploads = 0;

async function set(who: HttpPerson, change: CharterChange): Promise<CharterPage> {
  return (await who.post(`${charter}/lines`, change)).json;
}

/** A looser value, agreed to by the other school. */
async function agree(change: CharterChange): Promise<CharterPage> {
  const page = await set(lesson.bello, change);
  const proposal = page.proposals.find((one) => one.change.line === change.line);
  return (await lesson.reed.post(`${charter}/proposals/${proposal?.id}`, { answer: 'agree' })).json;
}

async function upload(who: HttpPerson): Promise<HttpAnswer> {
  uploads += 1;
  return who.put(at(`pictures/upload-of-a-picture-${uploads}`), await photo(64, 40));
}

/** Hours of the day that are not now. */
function anotherTime(timeZone: string): { from: number; to: number } {
  return minuteOfDay(timeZone, Date.now()) < 720 ? { from: 1_200, to: 1_260 } : { from: 60, to: 120 };
}

it('[CH9] outside the hours pupils of both schools are refused at once and told whose rule it is, staff are not', async () => {
  await using oliver = await onBoard(lesson, lesson.oliver);
  const page = await set(lesson.bello, { line: 'hours', value: anotherTime('Africa/Lagos') });
  const alNoor = page.schools.find(({ shortName }) => shortName === 'Al-Noor')?.id;
  const told = await until(() => oliver.frames.findLast(({ patch }) => patch?.rules)?.patch?.rules, 'the rules');
  expect(told.schools.map(({ closedBy, opensAt }) => [closedBy, typeof opensAt])).toEqual([
    [[alNoor], 'number'],
    [[alNoor], 'number'],
  ]);
  for (const pupil of [lesson.oliver, lesson.aisha]) {
    await using client = await onBoard(lesson, pupil);
    await expect(client.edit(put('too late'))).rejects.toThrow('OUTSIDE_HOURS');
  }
  await using reed = await onBoard(lesson, lesson.reed);
  await reed.edit(put('by staff'));
  await agree({ line: 'hours', value: null });
  await until(
    () => oliver.frames.findLast(({ patch }) => patch?.rules)?.patch?.rules?.schools[0]?.opensAt === null,
    'the opening',
  );
  await oliver.edit(put('again'));
});

it('[CH9] other schools are shown pupils by pseudonym until both schools have agreed on names', async () => {
  await using oliver = await onBoard(lesson, lesson.oliver);
  await oliver.edit(put('a name'));
  await using reed = await onBoard(lesson, lesson.reed);
  const { id, hash } = await waitingCase(reed, shape('note', 'a name').id);
  await lesson.reed.post(at(`cases/${id}/decision`), { verdict: 'board', hash });
  const seenBy = async (who: HttpPerson): Promise<string> => (await who.get(at('snapshot'))).text;
  expect(await seenBy(lesson.bello)).toMatch(/Leeds \d/);
  expect(await seenBy(lesson.bello)).not.toContain('Amelia');
  const [proposal] = ((await lesson.reed.get(charter)).json as CharterPage).proposals;
  await lesson.reed.post(`${charter}/proposals/${proposal?.id}`, { answer: 'agree' });
  expect(await seenBy(lesson.bello)).toContain('Amelia');
  await set(lesson.reed, { line: 'names', value: 'pseudonym' });
  expect(await seenBy(lesson.bello)).not.toContain('Amelia');
});

it('[CH9, CH10] a picture is not taken where one school says never, nor is one let out that waits', async () => {
  const { id } = (await upload(lesson.oliver)).json as { id: string };
  await using oliver = await onBoard(lesson, lesson.oliver);
  const picture = image('waits', recordIdOf('asset', id));
  await oliver.edit({ op: 'create', record: picture });
  await using reed = await onBoard(lesson, lesson.reed);
  const waiting = await waitingCase(reed, picture.id);
  await set(lesson.bello, { line: 'photos', value: 'never' });
  for (const who of [lesson.oliver, lesson.reed]) {
    const refused = (await upload(who)).json as HttpRefusal;
    expect(refused).toMatchObject({ code: 'PHOTOS_NEVER', charter: { line: 'photos', schools: ['Al-Noor'] } });
  }
  const decision = at(`cases/${waiting.id}/decision`);
  const wish = { verdict: 'board', hash: waiting.hash };
  const why = { line: 'photos', schools: ['Al-Noor'] };
  expect((await lesson.reed.post(decision, wish)).json).toMatchObject({ code: 'PHOTOS_NEVER', charter: why });
  await agree({ line: 'photos', value: 'with-consent' });
  expect((await lesson.reed.post(decision, wish)).status).toBe(200);
  expect((await upload(lesson.oliver)).status).toBe(201);
});

it('[CH9, CH10] nothing is published where families see nothing, and what was published is shut at once', async () => {
  const published = (await lesson.reed.post(at('publications'))).json as PublicationLine;
  const read = async (): Promise<number> => (await lesson.oliver.get(`/p/${published.id}`)).status;
  expect(await read()).toBe(200);
  await set(lesson.reed, { line: 'families', value: 'nothing' });
  expect(await read()).toBe(404);
  const why = { code: 'FAMILIES_NOTHING', charter: { line: 'families', schools: ['Riverside'] } };
  expect((await lesson.bello.post(at('publications'))).json).toMatchObject(why);
  expect((await lesson.bello.post(`/api/publications/${published.id}/agree`)).json).toMatchObject(why);
});

it('[CH9] mode open is offered once both schools have agreed, and taken back when one wants work looked at first', async () => {
  const open = async (): Promise<number> => (await lesson.reed.post(at('school-rules'), { mode: 'open' })).status;
  expect(await open()).not.toBe(200);
  await agree({ line: 'check', value: 'after' });
  expect(await open()).toBe(200);
  await set(lesson.bello, { line: 'check', value: 'before' });
  const { schools } = (await lesson.reed.get(at('rules'))).json as { schools: { mode: string }[] };
  expect(schools.map(({ mode }) => mode)).toEqual(['held', 'held']);
  expect(await open()).not.toBe(200);
});
