import type { GuestNote, GuestPlace, QueueItem } from '@bridgeboard/protocol';
import { DemoServer, HttpPerson, newWord, recordIdOf, shape, until } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { onBoard, startLesson, waitingCase, type Lesson } from './lesson.ts';

let lesson: Lesson;

beforeAll(async () => {
  lesson = await startLesson(await DemoServer.start(), 'Guests who add');
});
afterAll(() => lesson.server[Symbol.asyncDispose]());

const at = (path: string): string => `/api/boards/${lesson.board}/${path}`;
const idOf = (name: string): string => recordIdOf('shape', name);

async function comeIn(name: string, adds = true): Promise<HttpPerson> {
  const { json } = await lesson.reed.post(at('guests'), { name, minutes: 45, adds });
  const guest = new HttpPerson(lesson.reed.url);
  await guest.post('/api/guest/enter', { token: (json as { token: string }).token });
  return guest;
}

function write(
  guest: HttpPerson,
  name: string,
  about: { text: string; rev?: number; page?: string; at?: object | null },
) {
  const { text, rev = 1, page = 'page:page', at: place = null } = about;
  return guest.post('/api/guest/notes', { note: idOf(name), rev, text, color: 'yellow', page, at: place });
}

async function notesOf(guest: HttpPerson): Promise<readonly GuestNote[]> {
  return ((await guest.get('/api/guest')).json as GuestPlace).notes;
}

async function queueOf(person: HttpPerson): Promise<readonly QueueItem[]> {
  return ((await person.get(at('queue'))).json as { items: QueueItem[] }).items;
}

describe('guests who may add', () => {
  it.concurrent('[BP8] [BP9] [P27] a note waits for staff of the inviting school and is seen by nobody else, whatever the mode, until they let it out', async () => {
    await using reed = await onBoard(lesson, lesson.reed);
    await using bello = await onBoard(lesson, lesson.bello);
    await using oliver = await onBoard(lesson, lesson.oliver);
    await using aisha = await onBoard(lesson, lesson.aisha);
    expect((await lesson.reed.post(at('school-rules'), { mode: 'own-school' })).status).toBe(200);
    const cole = await comeIn('Dr Cole');
    const other = await comeIn('Ms Ode');
    const word = newWord();
    expect((await write(cole, 'answer', { text: word })).json).toMatchObject({
      notes: [{ id: idOf('answer'), text: word, state: 'waiting', rev: 1 }],
    });
    const waiting = await waitingCase(reed, idOf('answer'));
    const item = (await queueOf(lesson.reed)).find((one) => one.case === waiting.id);
    expect(item).toMatchObject({ author: 'Dr Cole', className: '', isGuest: true, words: word });
    expect(await queueOf(lesson.bello)).toEqual([]);
    const others = [
      ...[bello, oliver, aisha].map(({ frames }) => JSON.stringify(frames)),
      JSON.stringify((await other.get('/api/guest')).json),
      (await other.get('/api/guest/board.svg')).text,
      (await cole.get('/api/guest/board.svg')).text,
    ];
    for (const told of others) expect(told).not.toContain(word);
    const decision = at(`cases/${waiting.id}/decision`);
    expect((await lesson.bello.post(decision, { verdict: 'board', hash: waiting.hash })).status).toBe(404);
    expect((await lesson.reed.post(decision, { verdict: 'board', hash: 'another' })).json).toMatchObject({
      code: 'CHANGED_SINCE_REVIEW',
    });
    expect((await lesson.reed.post(decision, { verdict: 'board', hash: waiting.hash })).status).toBe(200);
    for (const one of [bello, oliver, aisha]) {
      await until(() => JSON.stringify(one.frames).includes(word), 'the note to be shown');
    }
    const named = (frames: readonly unknown[]): boolean => JSON.stringify(frames).includes('"label":"Dr Cole"');
    expect([bello, oliver, aisha].map(({ frames }) => named(frames))).toEqual([true, false, false]);
    expect(await notesOf(cole)).toMatchObject([{ state: 'board' }]);
    expect((await other.get('/api/guest/board.svg')).text).toContain(word);
  });

  it.concurrent('[BP8] [P33] a note that is sent again adds nothing, and one that is sent back is corrected in the same case', async () => {
    await using reed = await onBoard(lesson, lesson.reed);
    const guest = await comeIn('Dr Lind');
    const [first, second] = [newWord(), newWord()];
    await write(guest, 'again', { text: first });
    await write(guest, 'again', { text: first });
    expect(await notesOf(guest)).toHaveLength(1);
    const { id, hash } = await waitingCase(reed, idOf('again'));
    await lesson.reed.post(at(`cases/${id}/decision`), { verdict: 'return', hash, note: 'Say why' });
    expect(await notesOf(guest)).toMatchObject([{ state: 'returned', said: 'Say why', rev: 1 }]);
    expect((await write(guest, 'again', { text: second, rev: 2 })).json).toMatchObject({
      notes: [{ text: second, state: 'waiting', rev: 2 }],
    });
    const renewed = await waitingCase(reed, idOf('again'));
    expect(renewed.id).toBe(id);
    expect(renewed.hash).not.toBe(hash);
    const gone = await guest.post('/api/guest/notes/take-back', { note: idOf('again'), rev: 3 });
    expect(gone.json).toEqual({ notes: [] });
    expect((await queueOf(lesson.reed)).some((item) => item.case === id)).toBe(false);
    expect((await write(guest, 'again', { text: first })).json).toEqual({ notes: [] });
  });

  it.concurrent('[BP9] a note that is not accepted says why, and what waits stays in the queue when the link ends', async () => {
    await using reed = await onBoard(lesson, lesson.reed);
    const guest = await comeIn('Ms Wen');
    await write(guest, 'rejected', { text: newWord() });
    const { id, hash } = await waitingCase(reed, idOf('rejected'));
    await lesson.reed.post(at(`cases/${id}/decision`), { verdict: 'reject', hash, note: 'Not for us' });
    expect(await notesOf(guest)).toMatchObject([{ state: 'rejected', said: 'Not for us', at: null }]);
    await write(guest, 'left', { text: newWord() });
    const { guests } = (await lesson.reed.get(at('guests'))).json as { guests: { id: string; name: string }[] };
    const link = guests.find(({ name }) => name === 'Ms Wen')?.id ?? '';
    await lesson.reed.post(at(`guests/${link}/end`));
    expect((await write(guest, 'late', { text: 'late' })).json).toMatchObject({ code: 'SESSION_ENDED' });
    const left = (await queueOf(lesson.reed)).find(({ author }) => author === 'Ms Wen');
    expect(left).toMatchObject({ isGuest: true });
  });

  it('[BP8] [SG-30] what stops pupils of the inviting school stops its guests, with nothing lost', async () => {
    const guest = await comeIn('Mr Bank');
    await lesson.reed.post(at('freeze'), { whom: { all: true }, frozen: true });
    expect((await write(guest, 'frozen', { text: 'cold' })).json).toMatchObject({ code: 'FROZEN', retryable: true });
    expect((await guest.get('/api/guest')).json).toMatchObject({ stopped: 'FROZEN', adds: true });
    await lesson.reed.post(at('freeze'), { whom: { all: true }, frozen: false });
    expect((await write(guest, 'frozen', { text: 'cold' })).status).toBe(200);
  });

  it('[BP8] [BP5] nobody adds by a link for looking on, nor on a page or in a frame for staff, nor too much', async () => {
    await using reed = await onBoard(lesson, lesson.reed);
    const onlooker = await comeIn('Dr Look', false);
    expect((await write(onlooker, 'none', { text: 'none' })).json).toMatchObject({ code: 'FORBIDDEN' });
    const guest = await comeIn('Dr Page');
    const frame = shape('frame', 'locked', { x: 5_000, y: 5_000, isLocked: true });
    await reed.edit({ op: 'create', record: frame });
    const inside = { x: 5_100, y: 5_100 };
    expect((await write(guest, 'inside', { text: 'in', at: inside })).json).toMatchObject({ code: 'LOCKED' });
    expect((await write(guest, 'nowhere', { text: 'no', page: recordIdOf('page', 'none') })).status).toBe(404);
    expect((await write(guest, 'long', { text: 'ab '.repeat(200) })).json).toMatchObject({ code: 'TEXT_TOO_LONG' });
    await lesson.reed.post(at('staff-pages'), { page: 'page:page', staffOnly: true });
    expect((await write(guest, 'staff', { text: 'staff' })).json).toMatchObject({ code: 'LOCKED' });
    await lesson.reed.post(at('staff-pages'), { page: 'page:page', staffOnly: false });
    expect((await write(guest, 'placed', { text: 'placed', at: { x: -900, y: -900 } })).json).toMatchObject({
      notes: [{ at: { x: -900, y: -900 } }],
    });
  });
});
