import type { BoardRules, Op } from '@bridgeboard/protocol';
import { DemoServer, RawClient, shape, until } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { onBoard, startLesson, type Lesson } from './lesson.ts';

let lesson: Lesson;

beforeAll(async () => {
  lesson = await startLesson(await DemoServer.start(), 'Rules');
});
afterAll(() => lesson.server[Symbol.asyncDispose]());

const put = (name: string): Op => ({ op: 'create', record: { ...shape('note', name) } });
const at = (path: string): string => `/api/boards/${lesson.board}/${path}`;

async function freeze(whom: object, frozen: boolean): Promise<BoardRules> {
  return (await lesson.reed.post(at('freeze'), { whom, frozen })).json;
}

describe('the rules of a running board', () => {
  it('[GOV1] a freeze stops pupils at once, is told to everybody, and loses nothing', async () => {
    const client = 'rules-client-00001';
    await using oliver = await new RawClient(lesson.oliver, { client }).join(lesson.board);
    const rules = await freeze({ all: true }, true);
    expect(rules.schools.map(({ frozen }) => frozen)).toEqual([true, true]);
    await until(
      () => oliver.frames.some(({ patch }) => patch?.rules?.schools[0]?.frozen === true),
      'the news of the freeze',
    );
    const message = { client, seq: 1, ops: [put('frozen')] };
    oliver.socket.emit('edit', message);
    const refusal = await until(() => oliver.refusals[0], 'the refusal');
    expect(refusal).toMatchObject({ code: 'FROZEN', seq: 1, retryable: true });
    expect((await freeze({ all: true }, false)).schools.map(({ frozen }) => frozen)).toEqual([false, false]);
    // The same edit with the same number: it had not been used up.
    oliver.socket.emit('edit', { ...message, late: true });
    expect(await until(() => oliver.answers[0], 'the answer')).toMatchObject({ seq: 1 });
    expect(oliver.seen().has(shape('note', 'frozen').id)).toBe(true);
  });

  it('[P31] pointers that staff switch off are withdrawn from every screen at once, and nobody is told of any until they are on', async () => {
    await using bello = await onBoard(lesson, lesson.bello);
    await using reed = await onBoard(lesson, lesson.reed);
    const point = (x: number): unknown =>
      reed.socket.emit('presence', { page: 'page:page', x, y: 0, busy: false, selection: [] });
    const pointers = (): number[] => bello.frames.flatMap((frame) => (frame.pointers ?? []).map(({ x }) => x));
    point(1);
    await until(() => pointers().includes(1), 'the pointer');
    const off = await lesson.bello.post(at('cursors'), { shown: false });
    expect((off.json as BoardRules).cursorsOff).toBe(true);
    const withdrawn = await until(
      () => bello.frames.find(({ patch }) => patch?.rules?.cursorsOff === true),
      'the rule',
    );
    expect(withdrawn.gone?.length).toBeGreaterThan(0);
    point(2);
    expect((await lesson.reed.post(at('cursors'), { shown: true })).status).toBe(403);
    expect((await lesson.oliver.post(at('cursors'), { shown: true })).status).toBe(403);
    await lesson.bello.post(at('cursors'), { shown: true });
    point(3);
    await until(() => pointers().includes(3), 'the pointer');
    expect(pointers()).not.toContain(2);
  });

  it('[P3] [BP2] [CH10] in mode own-school what a pupil draws goes no further than the school, and open needs the charters', async () => {
    await using oliver = await onBoard(lesson, lesson.oliver);
    await using reed = await onBoard(lesson, lesson.reed);
    await using aisha = await onBoard(lesson, lesson.aisha);
    const refused = await lesson.reed.post(at('school-rules'), { mode: 'open' });
    const charter = { line: 'check', schools: ['Riverside', 'Al-Noor'] };
    expect(refused.json).toMatchObject({ code: 'NOT_IN_CHARTER', charter });
    expect((await lesson.bello.get(at('people'))).json).toMatchObject({
      openAllowed: false,
      checkedBy: charter.schools,
    });
    const { json } = await lesson.reed.post(at('school-rules'), { mode: 'own-school' });
    expect((json as BoardRules).schools.map(({ mode }) => mode)).toEqual(['own-school', 'held']);
    await oliver.edit(put('ours'));
    await until(() => reed.seen().has(shape('note', 'ours').id), "the note on the teacher's screen");
    expect(aisha.seen().has(shape('note', 'ours').id)).toBe(false);
    expect(aisha.received.join('\n')).not.toContain(shape('note', 'ours').id);
  });

  it('[GOV1] [SEC-09] pupils set no rules, and nobody those of another school or of a board that is not theirs', async () => {
    expect((await lesson.oliver.post(at('freeze'), { whom: { all: true }, frozen: true })).status).toBe(403);
    expect((await lesson.oliver.post(at('school-rules'), { mode: 'held' })).status).toBe(403);
    const nobody = await lesson.reed.post(at('freeze'), { whom: { author: '0.99999' }, frozen: true });
    expect(nobody.status).toBe(404);
    const elsewhere = await lesson.reed.post('/api/boards/AAAAAAAAAAAAAAAAAAAAAA/freeze', {
      whom: { all: true },
      frozen: true,
    });
    expect(elsewhere.status).toBe(404);
  });
});
