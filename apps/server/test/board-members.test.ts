import type { AuditView, BoardLine, BoardMembers, Door } from '@bridgeboard/protocol';
import { DemoServer, HttpPerson, until } from '@bridgeboard/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { onBoard, startLesson, type Lesson } from './lesson.ts';

let lesson: Lesson;

beforeAll(async () => {
  lesson = await startLesson(await DemoServer.start(), 'Members');
});
afterAll(() => lesson.server[Symbol.asyncDispose]());
beforeEach(async () => {
  await choose({ classes: null, pupils: [] });
});

const at = (path: string): string => `/api/boards/${lesson.board}/${path}`;
const choose = (body: unknown, staff = lesson.reed) => staff.post(at('members'), body);

async function membersFor(staff: HttpPerson): Promise<BoardMembers> {
  return (await staff.get(at('members'))).json as BoardMembers;
}

/** The class of the lesson's first pupil, and another one of that school. */
async function twoClasses(): Promise<{ theirs: BoardMembers['classes'][number]; other: string; me: string }> {
  const me = ((await lesson.oliver.get('/api/me')).json as { id: string }).id;
  const { classes } = await membersFor(lesson.reed);
  const theirs = classes.find(({ pupils }) => pupils.some(({ id }) => id === me));
  if (!theirs) throw new Error('the pupil is in no class');
  const known = classes.find(({ id }) => id !== theirs.id)?.id;
  const made = known ?? ((await lesson.reed.post('/api/classes', { name: 'Others' })).json as { id: string }).id;
  return { theirs, other: made, me };
}

describe('who takes part in a board', () => {
  it('[BP11] the whole school does until its own staff choose, and no other staff choose for it', async () => {
    const { theirs, me } = await twoClasses();
    expect(await membersFor(lesson.reed)).toMatchObject({ isWhole: true });
    expect((await choose({ classes: [theirs.id], pupils: [] }, lesson.bello)).status).toBe(404);
    expect((await choose({ classes: [], pupils: [me] }, lesson.bello)).status).toBe(404);
    expect((await choose({ classes: [theirs.id], pupils: [] })).status).toBe(200);
    const seen = await membersFor(lesson.bello);
    expect(seen).toMatchObject({ isWhole: true, others: [{ classes: 1, pupils: 0 }] });
    expect(JSON.stringify(seen)).not.toContain(theirs.id);
    expect((await lesson.oliver.get(at('members'))).status).toBe(403);
    expect((await lesson.oliver.get(at('snapshot'))).status).toBe(200);
  });

  it('[BP11] whoever is taken off is cut off within two seconds and finds nothing there, and is back when chosen again', async () => {
    const { theirs, other, me } = await twoClasses();
    await using oliver = await onBoard(lesson, lesson.oliver);
    await using aisha = await onBoard(lesson, lesson.aisha);
    const before = Date.now();
    await choose({ classes: [other], pupils: [] });
    await until(() => oliver.ended !== null, 'the end of the socket');
    expect(Date.now() - before).toBeLessThan(2_000);
    expect(oliver.ended?.code).toBe('SESSION_ENDED');
    expect(aisha.ended).toBeNull();
    for (const path of ['', '/snapshot', '/rules', '/picture.svg']) {
      expect((await lesson.oliver.get(`/api/boards/${lesson.board}${path}`)).status).toBe(404);
    }
    const list = (await lesson.oliver.get('/api/boards')).json as { boards: BoardLine[] };
    expect(list.boards.map(({ id }) => id)).not.toContain(lesson.board);
    await using again = await onBoard(lesson, lesson.oliver);
    expect(again.ended?.code ?? again.failure).toBe('NOT_FOUND');

    await choose({ classes: [other], pupils: [me] });
    expect((await lesson.oliver.get(at('snapshot'))).status).toBe(200);
    const mine = (await membersFor(lesson.reed)).classes.find(({ id }) => id === theirs.id);
    expect(mine?.pupils.filter(({ takesPart }) => takesPart).map(({ id }) => id)).toEqual([me]);
    expect(mine?.takesPart).toBe(false);
  });

  it('[BP12] the code of a class that does not take part is answered as a wrong one, and its pupils are not let in', async () => {
    const { theirs, other, me } = await twoClasses();
    await lesson.reed.post(at('door'), { minutes: 30 });
    const door = async (): Promise<Door> => (await lesson.reed.get(at('door'))).json as Door;
    const code = (await door()).classes.find(({ id }) => id === theirs.id)?.code ?? '';
    const stranger = new HttpPerson(lesson.server.url);
    const tryCode = (typed: string) => stranger.post('/api/join/code', { code: typed });
    expect((await tryCode(code)).status).toBe(200);

    await choose({ classes: [other], pupils: [] });
    const [shut, wrong] = [await tryCode(code), await tryCode('AAAA-AAAA')];
    expect(shut.json).toMatchObject({ code: 'JOIN_REFUSED' });
    const told = (answer: { json: unknown }) => ({ ...(answer.json as object), requestId: '' });
    expect(told(shut)).toEqual(told(wrong));
    expect((await door()).classes.map(({ id }) => id)).toEqual([other]);
    expect((await door()).inside).toEqual([]);
    await lesson.reed.post(at('admit'), { pupils: [me] });
    expect((await lesson.oliver.get(at('snapshot'))).status).toBe(404);

    await choose({ classes: [other], pupils: [me] });
    const named = ((await tryCode(code)).json as { pupils: { id: string }[] }).pupils.map(({ id }) => id);
    expect(named).toEqual([me]);
    const classmate = theirs.pupils.find(({ id }) => id !== me)?.id;
    const entered = await stranger.post('/api/join/pin', { pupil: classmate, pin: [0, 1, 2, 3] });
    expect(entered.json).toMatchObject({ code: 'JOIN_REFUSED' });
  });

  it('[BP11] a choice has a line in the log of the own school, with how many classes it is', async () => {
    const { theirs } = await twoClasses();
    await choose({ classes: [theirs.id], pupils: [] });
    const { lines } = (await lesson.reed.get('/api/audit')).json as AuditView;
    expect(lines.find(({ act }) => act === 'board.members')).toMatchObject({ detail: '1' });
    const theirLines = ((await lesson.bello.get('/api/audit')).json as AuditView).lines;
    expect(theirLines.map(({ act }) => act)).not.toContain('board.members');
  });

  it('[BP11] [SG-21] a pupil who is erased stands in no list', async () => {
    const { theirs } = await twoClasses();
    const [gone] = (
      (await lesson.reed.post(`/api/classes/${theirs.id}/pupils`, { names: ['Zed Q.'] })).json as {
        pupils: { id: string; name: string }[];
      }
    ).pupils.filter(({ name }) => name === 'Zed Q.');
    await choose({ classes: [], pupils: [gone?.id] });
    expect((await membersFor(lesson.bello)).others).toMatchObject([{ classes: 0, pupils: 1 }]);
    await lesson.reed.post(`/api/classes/${theirs.id}/pupils/${gone?.id}/remove`);
    await expect
      .poll(async () => (await membersFor(lesson.bello)).others, { timeout: 10_000 })
      .toMatchObject([{ classes: 0, pupils: 0 }]);
  });
});
