import type { ClassTrust, Op } from '@bridgeboard/protocol';
import { DemoServer, letPupilIn, richText, shape, signInStaff, until, type HttpPerson } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { onBoard, startLesson, waitingCase, type Lesson } from './lesson.ts';
import { startInProcess } from './server-in-process.ts';

let lesson: Lesson;
let classmate: HttpPerson;
let schoolClass: string;
let oliver: string;

beforeAll(async () => {
  lesson = await startLesson(await DemoServer.start(), 'Trust');
  const { server, board, reed: by } = lesson;
  classmate = await letPupilIn(server, { school: 0, pupil: 1, board, by });
  const { classes } = (await by.get('/api/classes')).json as { classes: { id: string }[] };
  schoolClass = classes[0]?.id ?? '';
  oliver = ((await lesson.oliver.get('/api/me')).json as { id: string }).id;
});
afterAll(() => lesson.server[Symbol.asyncDispose]());

const at = (path: string): string => `/api/boards/${lesson.board}/${path}`;
const says = (name: string, words: string): Op => ({
  op: 'create',
  record: { ...shape('note', name, { 'props.richText': richText(words) }) },
});
const idOf = (name: string): string => shape('note', name).id;

async function standing(): Promise<ClassTrust['pupils'][number]['words'] | undefined> {
  const { pupils } = (await lesson.reed.get(`/api/classes/${schoolClass}/trust`)).json as ClassTrust;
  return pupils.find(({ id }) => id === oliver)?.words;
}

async function audited(): Promise<string[]> {
  const { lines } = (await lesson.reed.get('/api/audit')).json as { lines: { act: string; detail?: string | null }[] };
  return lines.flatMap(({ act, detail }) => (act.startsWith('trust.') ? [`${act} ${detail ?? ''}`] : [])).toReversed();
}

it('[TL2] [TL3] [TL5] approvals in a row let the own school see at once, and a rejection ends that at once', async () => {
  expect((await lesson.reed.post('/api/school/trust', { after: 1 })).status).toBe(200);
  await using reed = await onBoard(lesson, lesson.reed);
  await using pupil = await onBoard(lesson, lesson.oliver);
  await using other = await onBoard(lesson, classmate);
  await using partner = await onBoard(lesson, lesson.aisha);
  const before = await standing();
  await pupil.edit(says('first', 'A heron'));
  const { id, hash } = await waitingCase(reed, idOf('first'));
  expect(other.seen().has(idOf('first'))).toBe(false);
  await lesson.reed.post(at(`cases/${id}/decision`), { verdict: 'board', hash });
  expect(await standing()).toMatchObject({ level: 'after', cause: 'approvals', clean: 0 });
  await pupil.edit(says('second', 'A kingfisher'));
  await until(() => other.seen().has(idOf('second')), 'the second note to be seen at once');
  expect(partner.received.join('')).not.toContain('kingfisher');
  const next = await waitingCase(reed, idOf('second'));
  await lesson.reed.post(at(`cases/${next.id}/decision`), { verdict: 'reject', hash: next.hash });
  expect(await standing()).toMatchObject({ level: 'before', cause: 'rejected', clean: 0 });
  await pupil.edit(says('third', 'An otter'), says('fourth', 'A trout'));
  await reed.edit(says('later', 'Well done'));
  await until(() => other.seen().has(idOf('later')), 'what came after');
  expect(other.seen().has(idOf('third'))).toBe(false);
  expect(before).toMatchObject({ cause: 'start' });
  expect(await audited()).toEqual(['trust.rise words,after,approvals', 'trust.fall words,before,rejected']);
});

it('[TL1] [TL3] staff of the own school set it by hand, and nobody else', async () => {
  const path = `/api/classes/${schoolClass}/pupils/${oliver}/trust`;
  const set = await lesson.reed.post(path, { kind: 'words', level: 'after' });
  expect(set.status).toBe(200);
  expect(await standing()).toMatchObject({ level: 'after', cause: 'set', by: 'Ms Reed' });
  expect((await lesson.bello.post(path, { kind: 'words', level: 'trusted' })).json).toMatchObject({
    code: 'NOT_FOUND',
  });
  await using pupil = await onBoard(lesson, lesson.oliver);
  await using other = await onBoard(lesson, classmate);
  await pupil.edit(says('fifth', 'A dipper'));
  await until(() => other.seen().has(idOf('fifth')), 'the note to be seen at once');
  expect((await audited()).at(-1)).toBe('trust.set words,after');
});

it('[TL3] [TL5] what is put away makes it fall from the next edit on, and the log says why, once', async () => {
  expect((await lesson.reed.post(at(`records/${idOf('fifth')}/hide`), { hidden: true })).status).toBe(200);
  expect(await standing()).toMatchObject({ level: 'before', cause: 'put-away' });
  await expect.poll(async () => (await audited()).at(-1)).toBe('trust.fall words,before,put-away');
  const told = (await audited()).length;
  await lesson.reed.post(at(`records/${idOf('fifth')}/hide`), { hidden: false });
  await lesson.reed.post(at(`records/${idOf('fifth')}/hide`), { hidden: true });
  expect(await standing()).toMatchObject({ level: 'before', cause: 'put-away' });
  expect(await audited()).toHaveLength(told);
});

it('[TL6] goes with a pupil who is erased', async () => {
  await using server = await startInProcess();
  const reed = await signInStaff(server, 0);
  const { classes } = (await reed.get('/api/classes')).json as { classes: { id: string }[] };
  const path = `/api/classes/${classes[0]?.id ?? ''}`;
  const [first] = ((await reed.get(path)).json as { pupils: { id: string }[] }).pupils;
  const pupil = first?.id ?? '';
  await reed.post(`${path}/pupils/${pupil}/trust`, { kind: 'drawing', level: 'before' });
  const { trust } = server.storage;
  expect((await trust.of(pupil))?.marks).toMatchObject([{ kind: 'drawing', level: 'before', cause: 'set' }]);
  await reed.post(`${path}/pupils/${pupil}/remove`);
  await expect.poll(() => trust.of(pupil), { timeout: 5_000 }).toBeNull();
});
