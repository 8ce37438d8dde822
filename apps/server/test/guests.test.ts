import { actions, type BoardPeople, type GuestLine, type GuestPlace, type Op } from '@bridgeboard/protocol';
import { DemoServer, HttpPerson, shape, until } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { allEndpoints } from '../../../tools/reference/all-endpoints.ts';
import { onBoard, startLesson, waitingCase, type Lesson } from './lesson.ts';

let lesson: Lesson;

beforeAll(async () => {
  lesson = await startLesson(await DemoServer.start(), 'Guests');
});
afterAll(() => lesson.server[Symbol.asyncDispose]());

const at = (path: string): string => `/api/boards/${lesson.board}/${path}`;
const put = (name: string, words: string): Op => {
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: words }] };
  return {
    op: 'create',
    record: { ...shape('note', name, { 'props.richText': { type: 'doc', content: [paragraph] } }) },
  };
};

interface Made {
  readonly token: string;
  readonly guests: readonly GuestLine[];
}

async function makeLink(name: string): Promise<Made> {
  return (await lesson.reed.post(at('guests'), { name, minutes: 45 })).json as Made;
}

async function comeIn(token: string): Promise<HttpPerson> {
  const guest = new HttpPerson(lesson.reed.url);
  const { status, json } = await guest.post('/api/guest/enter', { token });
  if (status !== 200) throw new Error((json as { code: string }).code);
  return guest;
}

describe('guests of one lesson', () => {
  it('[BP6] [P27] a guest sees what is let out to the board and nothing that waits, and is told to everybody by name', async () => {
    await using oliver = await onBoard(lesson, lesson.oliver);
    await using reed = await onBoard(lesson, lesson.reed);
    await oliver.edit(put('open', 'A heron'));
    const { id, hash } = await waitingCase(reed, shape('note', 'open').id);
    await lesson.reed.post(at(`cases/${id}/decision`), { verdict: 'board', hash });
    await oliver.edit(put('secret', 'An otter'));
    const guest = await comeIn((await makeLink('Dr Cole')).token);
    const place = (await guest.get('/api/guest')).json as GuestPlace;
    expect(place).toMatchObject({ name: 'Dr Cole', title: 'Guests' });
    expect(place.pages.map(({ words }) => words.map(({ text: said }) => said))).toEqual([['A heron']]);
    const { text } = await guest.get('/api/guest/board.svg');
    expect(text).toContain('heron');
    expect(text).not.toContain('otter');
    expect(JSON.stringify(place)).not.toContain('Amelia');
    await until(
      () => oliver.frames.some(({ patch }) => patch?.rules?.guests.includes('Dr Cole')),
      'the news of the guest',
    );
  });

  it('[BP6] [SEC-05] a link that is turned off ends the guest at once, and opens to nobody any more', async () => {
    await using oliver = await onBoard(lesson, lesson.oliver);
    const { token, guests } = await makeLink('Mr Ode');
    const guest = await comeIn(token);
    const line = guests.find(({ name }) => name === 'Mr Ode');
    expect(line).toMatchObject({ by: 'Ms Reed', here: false });
    const seen = (await lesson.bello.get(at('guests'))).json as { guests: GuestLine[] };
    expect(seen.guests.find(({ id }) => id === line?.id)?.here).toBe(true);
    expect(JSON.stringify(seen)).not.toContain(token.split('.')[1]);
    expect((await lesson.bello.post(at(`guests/${line?.id}/end`))).status).toBe(200);
    for (const path of ['/api/guest', '/api/guest/board.svg']) {
      expect((await guest.get(path)).json).toMatchObject({ code: 'SESSION_ENDED' });
    }
    await until(() => oliver.frames.at(-1)?.patch?.rules?.guests.includes('Mr Ode') === false, 'the end to be told');
    await expect(comeIn(token)).rejects.toThrow('JOIN_REFUSED');
  });

  it('[BP6] whoever comes in by the link last is the guest: it lets in one device', async () => {
    const { token } = await makeLink('Ms Wen');
    const first = await comeIn(token);
    const second = await comeIn(token);
    expect((await first.get('/api/guest')).json).toMatchObject({ code: 'SESSION_ENDED' });
    expect((await second.get('/api/guest')).status).toBe(200);
  });

  it('[BP6] [PM1] to every other route a guest is nobody who is signed in', async () => {
    const guest = await comeIn((await makeLink('Dr Lind')).token);
    const nobody = new HttpPerson(lesson.reed.url);
    const own = new Set(['/api/guest', '/api/guest/board.svg', '/api/auth/sign-out']);
    for (const { method, path, action } of allEndpoints) {
      if (method === 'PUT' || own.has(path)) continue;
      const there = path.replace(':board', lesson.board).replaceAll(/:\w+/g, 'AbsentAbsentAbsentAbs2');
      const [as, of] = await Promise.all(
        [guest, nobody].map((one) => (method === 'GET' ? one.get(there) : one.post(there, {}))),
      );
      expect([path, as?.status]).toEqual([path, of?.status]);
      const least = actions[action].who === 'anyone' ? 200 : 400;
      expect(as?.status, path).toBeGreaterThanOrEqual(least);
    }
  });

  it('[BP6] pupils make no links, and nothing but a token lets anybody in', async () => {
    expect((await lesson.oliver.post(at('guests'), { name: 'Me', minutes: 30 })).status).toBe(403);
    expect((await lesson.reed.post(at('guests'), { name: 'Long', minutes: 1_441 })).status).toBe(400);
    const { token } = await makeLink('Dr Page');
    const [board = '', secret = ''] = token.split('.');
    for (const wrong of [
      '',
      board,
      `${board}.`,
      `.${secret}`,
      `${board}.${secret.slice(1)}`,
      `AAAAAAAAAAAAAAAAAAAAAA.${secret}`,
    ]) {
      await expect(comeIn(wrong)).rejects.toThrow('JOIN_REFUSED');
    }
    const people = (await lesson.reed.get(at('people'))).json as BoardPeople;
    expect(JSON.stringify(people)).not.toContain(secret);
  });
});
