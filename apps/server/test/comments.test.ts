import type { BoardPeople, GuestPlace, Op, QueueItem } from '@bridgeboard/protocol';
import { comment, DemoServer, HttpPerson, reaction, RawClient, shape, until } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { onBoard, startLesson, waitingCase, type Lesson } from './lesson.ts';

let lesson: Lesson;

beforeAll(async () => {
  lesson = await startLesson(await DemoServer.start(), 'Comments');
});
afterAll(() => lesson.server[Symbol.asyncDispose]());

const at = (path: string): string => `/api/boards/${lesson.board}/${path}`;
const put = (record: Record<string, unknown>): Op => ({ op: 'create', record: { ...record } }) as Op;
const note = shape('note', 'heron', {
  'props.richText': { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'A heron' }] }] },
});
const words = comment('words', note.id, 'Where did you see it?');
const idea = reaction('idea', note.id, 'idea');

describe('what is said about a piece', () => {
  it('[CO10] [CO8] is judged in the queue with its piece, and stays on the board: not published, not for guests', async () => {
    await using reed = await onBoard(lesson, lesson.reed);
    await using bello = await onBoard(lesson, lesson.bello);
    await using aisha = await onBoard(lesson, lesson.aisha);
    await reed.edit(put(note));
    await until(() => aisha.seen().has(note.id), 'the note to come');
    await aisha.edit(put(words), put(idea));
    const { id, hash } = await waitingCase(bello, words.id);
    const { items } = (await lesson.bello.get(at('queue'))).json as { items: QueueItem[] };
    expect(items).toMatchObject([
      {
        marks: 2,
        words: 'Where did you see it?',
        remarks: [
          { text: 'Where did you see it?', sign: null, about: 'A heron' },
          { text: null, sign: 'idea', about: 'A heron' },
        ],
      },
    ]);
    const picture = await lesson.bello.get(at(`cases/${id}/picture.svg?view=close`));
    expect(picture.text).toContain('heron');
    expect(reed.received.join('')).not.toContain(words.id);
    await lesson.bello.post(at(`cases/${id}/decision`), { verdict: 'board', hash });
    await until(() => reed.seen().has(words.id) && reed.seen().has(idea.id), 'the comment to be let out');

    const published = (await lesson.bello.post(at('publications'))).json as { id: string };
    await lesson.reed.post(`/api/publications/${published.id}/agree`);
    const page = await new HttpPerson(lesson.reed.url).get(`/p/${published.id}`);
    expect(page.text).toContain('A heron');
    const link = (await lesson.reed.post(at('guests'), { name: 'Dr Cole', minutes: 45 })).json as { token: string };
    const guest = new HttpPerson(lesson.reed.url);
    await guest.post('/api/guest/enter', { token: link.token });
    const place = (await guest.get('/api/guest')).json as GuestPlace;
    expect(place.pages.flatMap((one) => one.words.map(({ text }) => text))).toEqual(['A heron']);
    const drawn = (await guest.get('/api/guest/board.svg')).text;
    for (const text of [page.text, JSON.stringify(place), drawn]) expect(text).not.toContain('see it');
  });

  it('[CO5] the level is set for a school, told at once, and told to older browsers as looking', async () => {
    await using older = await new RawClient(lesson.oliver, { protocol: 6 }).join(lesson.board);
    await using oliver = await onBoard(lesson, lesson.oliver);
    await lesson.reed.post(at('levels'), { whom: { school: 'own' }, level: 'comment' });
    await until(() => oliver.privates.at(-1)?.you?.level === 'comment', 'the news of the level');
    await until(() => older.privates.at(-1)?.you?.level === 'view', 'the news as an older browser can read it');
    const { schools } = (await lesson.reed.get(at('people'))).json as BoardPeople;
    expect(schools.find(({ isOwn }) => isOwn)?.level).toBe('comment');
    expect((await oliver.edit(put(shape('note', 'drawing')))).refused).toEqual([{ op: 0, code: 'FORBIDDEN' }]);
    expect((await oliver.edit(put(reaction('oliver', note.id, 'star')))).refused).toBeUndefined();
  });
});
