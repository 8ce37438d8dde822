import { consentKinds } from '@bridgeboard/protocol';
import type { CharterPage, ClassView, Consent, PartnershipLine, UploadedAsset } from '@bridgeboard/protocol';
import { HttpPerson, image, letPupilIn, richText, shape } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { onBoard, startLesson, waitingCase, type Lesson } from './lesson.ts';
import { photo } from './sample-pictures.ts';
import { startInProcess, type ServerInProcess } from './server-in-process.ts';

let server: ServerInProcess;
let lesson: Lesson;
let classId: string;
let pupil: { id: string; name: string };
let uploads = 0;

beforeAll(async () => {
  server = await startInProcess();
  lesson = await startLesson(server as never);
  const { classes } = (await lesson.reed.get('/api/classes')).json as { classes: { id: string; name: string }[] };
  classId = classes.find(({ name }) => name === '5B')?.id ?? '';
  pupil = (await lesson.oliver.get('/api/me')).json;
});
afterAll(() => server.close());

const all: Consent = { photoOnBoard: true, photoToPartner: true, publishWork: true, nicknameOnPublished: true };
const sets = Array.from({ length: 16 }, (_, bits): Consent => {
  const given = (kind: keyof Consent): boolean => (bits & (1 << consentKinds.indexOf(kind))) > 0;
  const [photoOnBoard, photoToPartner] = [given('photoOnBoard'), given('photoToPartner')];
  return {
    photoOnBoard,
    photoToPartner,
    publishWork: given('publishWork'),
    nicknameOnPublished: given('nicknameOnPublished'),
  };
});

async function note(consent: Partial<Consent>): Promise<void> {
  for (const [kind, given] of Object.entries(consent)) {
    const wish = { pupils: [pupil.id], kind, given };
    expect((await lesson.reed.post(`/api/classes/${classId}/consent`, wish)).status).toBe(200);
  }
}

async function upload(): Promise<{ status: number; json: UploadedAsset & { code?: string } }> {
  uploads += 1;
  const name = `consent-${uploads}-${'x'.repeat(10)}`;
  return lesson.oliver.put(`/api/boards/${lesson.board}/pictures/${name}`, await photo());
}

interface WaitingPicture {
  readonly asset: UploadedAsset;
  readonly decide: (verdict: string) => Promise<{ status: number; json: { code?: string } }>;
}

/** A picture of the pupil's, with a note beside it, that waits. */
async function waitingPicture(): Promise<WaitingPicture> {
  const { json: asset } = await upload();
  await using pen = await onBoard(lesson, lesson.oliver);
  await using desk = await onBoard(lesson, lesson.reed);
  const shown = image(`consent-${asset.id}`, `asset:${asset.id}`);
  const words = shape('note', `words-${asset.id}`, { x: 20, 'props.richText': richText('The river rose') });
  await pen.edit({ op: 'create', record: shown }, { op: 'create', record: words });
  server.clock.forward(6_000);
  const { id, hash } = await waitingCase(desk, shown.id);
  const path = `/api/boards/${lesson.board}/cases/${id}/decision`;
  return { asset, decide: (verdict) => lesson.reed.post(path, { verdict, hash }) };
}

it('[CN1] nothing is agreed to until staff of the own school have noted it, for one or for all; others note nothing', async () => {
  const made = (await lesson.reed.post('/api/classes', { name: 'New' })).json as ClassView;
  const path = `/api/classes/${made.id}`;
  const { pupils } = (await lesson.reed.post(`${path}/pupils`, { names: ['Ada L.', 'Ben M.'] })).json as ClassView;
  expect(pupils.map(({ consent }) => Object.values(consent))).toEqual(pupils.map(() => [false, false, false, false]));
  const wish = { pupils: pupils.map(({ id }) => id), kind: 'publishWork', given: true };
  expect((await lesson.bello.post(`${path}/consent`, wish)).status).toBe(404);
  const withForeign = { ...wish, pupils: [...wish.pupils, pupil.id] };
  expect((await lesson.reed.post(`${path}/consent`, withForeign)).status).toBe(404);
  const still = (await lesson.reed.get(path)).json as ClassView;
  expect(still.pupils.map(({ consent }) => consent.publishWork)).toEqual([false, false]);
  const noted = (await lesson.reed.post(`${path}/consent`, wish)).json as ClassView;
  expect(noted.pupils.map(({ consent }) => consent.publishWork)).toEqual([true, true]);
});

it('[CN2] a pupil adds no photos until the family has agreed', async () => {
  await note({ photoOnBoard: false });
  expect(await upload()).toMatchObject({ status: 403, json: { code: 'PHOTO_NO_CONSENT' } });
  await note({ photoOnBoard: true });
  expect((await upload()).status).toBe(201);
});

it('[CN4] a picture is let out no further than the family has agreed to, and no decision is lost by that', async () => {
  await note(all);
  const { decide } = await waitingPicture();
  await note({ photoOnBoard: false });
  expect(await decide('school')).toMatchObject({ status: 403, json: { code: 'PHOTO_NO_CONSENT' } });
  await note({ photoOnBoard: true, photoToPartner: false });
  expect(await decide('board')).toMatchObject({ status: 403, json: { code: 'PHOTO_NOT_TO_PARTNER' } });
  expect((await decide('school')).status).toBe(200);
});

it('[CN3] classmates are shown it where photos on boards are agreed to', async () => {
  await note({ ...all, photoToPartner: false });
  const { asset, decide } = await waitingPicture();
  expect((await decide('school')).status).toBe(200);
  const { board, reed: by } = lesson;
  const friend = await letPupilIn(server as never, { school: 0, pupil: 3, board, by });
  const sees = async (): Promise<boolean> => (await friend.get(`/a/${asset.id}`)).status === 200;
  expect(await sees()).toBe(true);
  await note({ photoOnBoard: false });
  expect(await sees()).toBe(false);
});

it('[CN3] [CN5] [SG-18] sixteen sets of consents: who is shown the picture, the work and the name', async () => {
  await note(all);
  const partnerships = (await lesson.reed.get('/api/partnerships')).json as { partnerships: PartnershipLine[] };
  const charter = `/api/partnerships/${partnerships.partnerships[0]?.id}`;
  const [names] = ((await lesson.reed.get(charter)).json as CharterPage).proposals;
  await lesson.reed.post(`${charter}/proposals/${names?.id}`, { answer: 'agree' });
  const { asset, decide } = await waitingPicture();
  expect((await decide('board')).status).toBe(200);
  const { id } = (await lesson.reed.post(`/api/boards/${lesson.board}/publications`)).json as { id: string };
  const parent = new HttpPerson(server.url);
  const hasBytes = async (person: HttpPerson): Promise<boolean> => (await person.get(`/a/${asset.id}`)).status === 200;
  const card = `/api/boards/${lesson.board}/picture.svg`;
  for (const consent of sets) {
    await note(consent);
    const { photoOnBoard, photoToPartner, publishWork, nicknameOnPublished } = consent;
    const isAbroad = photoOnBoard && photoToPartner;
    expect([await hasBytes(lesson.reed), await hasBytes(lesson.oliver)]).toEqual([true, true]);
    expect([await hasBytes(lesson.aisha), await hasBytes(lesson.bello)]).toEqual([isAbroad, isAbroad]);
    expect((await lesson.aisha.get(card)).text.includes('data:image/webp')).toBe(isAbroad);
    const { text } = await parent.get(`/p/${id}`);
    expect(text.includes('The river rose')).toBe(publishWork);
    expect(text.includes('data:image/webp')).toBe(publishWork && isAbroad);
    expect(text.includes(pupil.name)).toBe(publishWork && nicknameOnPublished);
  }
});
