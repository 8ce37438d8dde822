import type { CharterPage, PartnershipLine } from '@bridgeboard/protocol';
import { DemoServer } from '@bridgeboard/testkit';
import type { HttpPerson } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { startLesson, type Lesson } from './lesson.ts';

let lesson: Lesson;
let charter: string;

beforeAll(async () => {
  lesson = await startLesson(await DemoServer.start(), 'Charter');
  const { json } = await lesson.reed.get('/api/partnerships');
  charter = `/api/partnerships/${(json as { partnerships: PartnershipLine[] }).partnerships[0]?.id}`;
});
afterAll(() => lesson.server[Symbol.asyncDispose]());

async function read(who: HttpPerson): Promise<CharterPage> {
  return (await who.get(charter)).json;
}

async function post(who: HttpPerson, path: string, body: unknown): Promise<CharterPage> {
  const answer = await who.post(`${charter}/${path}`, body);
  expect(answer.status).toBe(200);
  return answer.json;
}

const shortNames = ({ schools }: CharterPage): string[] => schools.map(({ shortName }) => shortName);

it('[CH1] the demo has a charter of two schools, with rules that differ, a history and a proposal', async () => {
  const page = await read(lesson.reed);
  const [riverside, alNoor] = page.schools;
  expect(shortNames(page)).toEqual(['Riverside', 'Al-Noor']);
  expect([riverside?.rules.names, alNoor?.rules.names, page.holds.names]).toEqual([
    'nickname',
    'pseudonym',
    'pseudonym',
  ]);
  expect(page.holds.setBy.names).toEqual([alNoor?.id]);
  expect(page.history.map(({ act, by }) => `${by.name} ${act}`)).toEqual([
    'Mr Bello proposed',
    'Ms Reed tightened',
    'Mr Bello signed',
    'Ms Reed signed',
  ]);
  expect(page.proposals).toMatchObject([
    { by: { name: 'Mr Bello' }, change: { line: 'names', value: 'nickname' }, needs: [{ name: 'Ms Reed' }] },
  ]);
});

it('[CH4] the other school agrees to a proposal, and the looser value holds for both', async () => {
  const [proposal] = (await read(lesson.bello)).proposals;
  expect((await lesson.bello.post(`${charter}/proposals/${proposal?.id}`, { answer: 'agree' })).status).toBe(403);
  const page = await post(lesson.reed, `proposals/${proposal?.id}`, { answer: 'agree' });
  expect([page.holds.names, page.proposals]).toEqual(['nickname', []]);
  expect(await read(lesson.bello)).toEqual(page);
  expect((await lesson.reed.post(`${charter}/proposals/${proposal?.id}`, { answer: 'agree' })).status).toBe(404);
});

it('[CH3, CH5] a stricter value holds at once; a looser one is proposed, refused, proposed again and withdrawn', async () => {
  expect((await post(lesson.bello, 'lines', { line: 'photos', value: 'never' })).holds.photos).toBe('never');
  for (const [who, answer] of [[lesson.reed, 'refuse'] as const, [lesson.bello, 'withdraw'] as const]) {
    const proposed = await post(lesson.bello, 'lines', { line: 'photos', value: 'with-consent' });
    expect(proposed.holds.photos).toBe('never');
    const after = await post(who, `proposals/${proposed.proposals[0]?.id}`, { answer });
    expect([after.proposals, after.holds.photos]).toEqual([[], 'never']);
  }
});

it('[CH8] schools that change a charter at the same moment lose nothing of each other', async () => {
  const months = [11, 10, 9, 8];
  await Promise.all([
    ...months.map((value) => post(lesson.bello, 'lines', { line: 'keepMonths', value })),
    post(lesson.reed, 'lines', { line: 'families', value: 'nothing' }),
    post(lesson.reed, 'lines', { line: 'hours', value: { from: 0, to: 1_440 } }),
  ]);
  const page = await read(lesson.reed);
  expect(page.holds).toMatchObject({ families: 'nothing', hours: [{ from: 0, to: 1_440 }] });
  const told = page.history.filter(({ change, act }) => act === 'tightened' || act === 'proposed' || change === null);
  expect(told.filter(({ change }) => change?.line === 'keepMonths' && change.value !== 6).length).toBe(months.length);
});

it('[CH6] what is no value, and a pupil, change nothing', async () => {
  for (const body of [
    { line: 'keepMonths', value: 0 },
    { line: 'hours', value: { from: 60, to: 30 } },
    { line: 'chat', value: 'on' },
  ]) {
    expect((await lesson.reed.post(`${charter}/lines`, body)).status).toBe(400);
  }
  expect((await lesson.oliver.get(charter)).status).toBe(403);
  expect((await lesson.oliver.post(`${charter}/lines`, { line: 'photos', value: 'never' })).status).toBe(403);
});
