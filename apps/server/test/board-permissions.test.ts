import type { BoardPeople, BoardRules, Op } from '@bridgeboard/protocol';
import { DemoServer, RawClient, newWord, richText, shape, until } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { onBoard, startLesson, type Lesson } from './lesson.ts';

let lesson: Lesson;

beforeAll(async () => {
  lesson = await startLesson(await DemoServer.start(), 'Permissions');
});
afterAll(() => lesson.server[Symbol.asyncDispose]());

/** The demo's first pupil of the north, whom the lesson calls oliver. */
const pupilName = 'Amelia R.';

const put = (name: string): Op => ({ op: 'create', record: { ...shape('note', name) } });
const at = (path: string): string => `/api/boards/${lesson.board}/${path}`;

async function peopleFor(staff: Lesson['reed']): Promise<BoardPeople> {
  return (await staff.get(at('people'))).json as BoardPeople;
}

describe('people and permissions of a running board', () => {
  it('[BP4] staff read their own classes and pupils by name, and of another school only how many there are', async () => {
    await using oliver = await onBoard(lesson, lesson.oliver);
    await using aisha = await onBoard(lesson, lesson.aisha);
    await oliver.edit(put('counted'));
    await aisha.edit(put('not counted here'));
    const { schools, counts } = await peopleFor(lesson.reed);
    const [own, other] = schools;
    expect(own).toMatchObject({ isOwn: true, mode: 'held', level: 'own', hours: null });
    expect(own?.classes.flatMap(({ pupils }) => pupils.map(({ name }) => name))).toContain(pupilName);
    expect(other).toMatchObject({ isOwn: false, pupils: 1, classes: [] });
    expect(counts).toMatchObject({ held: 1, board: 0 });
    const told = JSON.stringify(other);
    expect(told).not.toMatch(/"name":"(?!Al-Noor)/);
    expect((await lesson.oliver.get(at('people'))).status).toBe(403);
  });

  it('[BP7] staff see the board as their own pupils do, and as everybody does, and never more than they see themselves', async () => {
    await using oliver = await onBoard(lesson, lesson.oliver);
    const [waiting, near] = [newWord(), newWord()];
    const saying = (name: string, words: string): Op => {
      return { op: 'create', record: { ...shape('note', name, { 'props.richText': richText(words) }) } };
    };
    await oliver.edit(saying('waiting', waiting));
    await lesson.reed.post(at('school-rules'), { mode: 'own-school' });
    await oliver.edit(saying('near', near));
    await lesson.reed.post(at('school-rules'), { mode: 'held' });

    const seen = async (by: Lesson['reed'], query: string): Promise<boolean[]> => {
      const { text } = await by.get(at(`picture.svg${query}`));
      return [waiting, near].map((word) => text.includes(word));
    };
    expect(await seen(lesson.reed, '')).toEqual([true, true]);
    expect(await seen(lesson.reed, '?as=pupil')).toEqual([false, true]);
    expect(await seen(lesson.reed, '?as=everybody')).toEqual([false, false]);
    for (const query of ['', '?as=pupil', '?as=everybody']) {
      expect(await seen(lesson.bello, query)).toEqual([false, false]);
      expect(await seen(lesson.oliver, query)).toEqual([true, true]);
    }
  });

  it('[BP1] a class that may only look loses its pens at once, and gets them back', async () => {
    await using oliver = await onBoard(lesson, lesson.oliver);
    const own = (await peopleFor(lesson.reed)).schools.find(({ isOwn }) => isOwn);
    const mine = own?.classes.find(({ pupils }) => pupils.some(({ name }) => name === pupilName));
    const whom = { class: mine?.id ?? '' };
    expect((await lesson.bello.post(at('levels'), { whom, level: 'view' })).status).toBe(404);
    expect((await lesson.reed.post(at('levels'), { whom, level: 'view' })).status).toBe(200);
    await until(() => oliver.privates.some(({ you }) => you?.level === 'view'), 'the news of the level');
    const answer = await oliver.edit(put('looking'));
    expect(answer.refused).toEqual([{ op: 0, code: 'FORBIDDEN' }]);
    const author = mine?.pupils.find(({ name }) => name === pupilName)?.author ?? '';
    expect((await lesson.bello.post(at('levels'), { whom: { author }, level: 'all' })).status).toBe(404);
    await lesson.reed.post(at('levels'), { whom: { school: 'own' }, level: 'own' });
    await until(() => oliver.privates.at(-1)?.you?.level === 'own', 'the level of the school');
    expect((await oliver.edit(put('drawing again'))).refused).toBeUndefined();
  });

  it('[BP3] [REL-13] outside the hours of its school nothing of a pupil is taken, and everybody is told when it opens', async () => {
    await using aisha = await onBoard(lesson, lesson.aisha);
    await using oliver = await new RawClient(lesson.oliver, { client: 'hours-client-00001' }).join(lesson.board);
    // A day that is not today anywhere on Earth for three days more.
    const day = ((new Date().getUTCDay() + 3) % 7) + 1;
    const hours = { days: [day], from: 480, to: 960 };
    const rules = (await lesson.reed.post(at('school-rules'), { hours })).json as BoardRules;
    expect(rules.schools[0]?.opensAt).toBeGreaterThan(Date.now());
    expect(rules.schools[1]?.opensAt).toBeNull();
    await until(
      () => aisha.frames.some(({ patch }) => typeof patch?.rules?.schools[0]?.opensAt === 'number'),
      'the news of the hours',
    );
    oliver.socket.emit('edit', { client: 'hours-client-00001', seq: 1, ops: [put('early')] });
    expect(await until(() => oliver.refusals[0], 'the refusal')).toMatchObject({ code: 'OUTSIDE_HOURS', seq: 1 });
    expect((await aisha.edit(put('south goes on'))).refused).toBeUndefined();
    const short = { days: [1], from: 480, to: 481 };
    expect((await lesson.reed.post(at('school-rules'), { hours: short })).status).toBe(400);
    await lesson.reed.post(at('school-rules'), { hours: null });
  });

  it('[BP5] a page that staff keep for themselves is told to everybody, and pupils change nothing there', async () => {
    await using oliver = await onBoard(lesson, lesson.oliver);
    await lesson.bello.post(at('staff-pages'), { page: 'page:page', staffOnly: true });
    await until(
      () => oliver.frames.some(({ patch }) => patch?.rules?.staffPages.includes('page:page')),
      'the news of the page',
    );
    expect((await oliver.edit(put('on their page'))).refused).toEqual([{ op: 0, code: 'LOCKED' }]);
    expect((await lesson.reed.post(at('staff-pages'), { page: 'page:nowhere', staffOnly: true })).status).toBe(404);
    await lesson.bello.post(at('staff-pages'), { page: 'page:page', staffOnly: false });
  });
});
