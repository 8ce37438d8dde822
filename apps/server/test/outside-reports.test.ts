import type { ConcernCaseView, ConcernEvidence, ConcernList, GuestPlace, PublicationLine } from '@bridgeboard/protocol';
import { HttpPerson, signInStaff } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startInProcess, type ServerInProcess } from './server-in-process.ts';

let server: ServerInProcess;
let reed: HttpPerson;
let bello: HttpPerson;
let board: string;
let page: string;
const kingfishers = 'Kingfishers live here! We saw 2 on Tuesday.';

beforeAll(async () => {
  server = await startInProcess();
  [reed, bello] = [await signInStaff(server, 0), await signInStaff(server, 1)];
  const { boards } = (await reed.get('/api/boards')).json as { boards: { id: string }[] };
  board = boards[0]?.id ?? '';
  const { id } = (await reed.post(`/api/boards/${board}/publications`)).json as PublicationLine;
  await bello.post(`/api/publications/${id}/agree`);
  page = `/p/${id}`;
});
afterAll(() => server.close());

const parent = (): HttpPerson => new HttpPerson(server.url);

/** Sends the form of a page as a browser without scripts does. */
function send(
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${server.url}${page}/report`, {
    method: 'POST',
    headers: { origin: server.url, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });
}

/** Where "Report this" beside these words leads, and the report's own name in the form there. */
async function formBeside(words: string): Promise<{ piece: string; id: string; html: string }> {
  const published = (await parent().get(page)).text;
  const from = published.indexOf(words);
  const link = /href="([^"]+\/report\?piece=[^"]+)"/.exec(published.slice(from))?.[1] ?? '';
  const html = (await parent().get(link.replaceAll('&amp;', '&'))).text;
  const value = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  return { piece: value('piece'), id: value('id'), html };
}

async function casesOf(person: HttpPerson): Promise<ConcernList['cases']> {
  return ((await person.get('/api/concerns')).json as ConcernList).cases;
}

describe('whoever has the link of a published page', () => {
  it('[SGD9] [SG-13] reports a piece by two taps without a script, and it is at the desk of its school and off page and board', async () => {
    const { piece, id, html } = await formBeside('Kingfishers live here!');
    expect(html).not.toContain('<script');
    expect(html.match(/<button/g)).toHaveLength(6);
    const answer = await send({ id, piece, reason: 'private', words: 'This tells where we live.' });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Thank you for telling us')]);
    expect((await parent().get(page)).text).not.toContain('Kingfishers');
    expect((await bello.get(`/api/boards/${board}/picture.svg`)).text).not.toContain('Kingfishers');

    expect(await casesOf(bello)).toEqual([]);
    const view = (await reed.get(`/api/concerns/${id}`)).json as ConcernCaseView;
    expect(view).toMatchObject({ reason: 'private', about: 'piece', isKept: true, decides: true });
    expect(view.reporter).toEqual({ name: null, school: null, role: 'link' });
    expect(view.story[0]?.by).toEqual(view.reporter);
    const evidence = (await reed.get(`/api/concerns/${id}/evidence`)).json as ConcernEvidence;
    expect(evidence.words).toBe('This tells where we live.');
    expect(evidence.versions.some(({ text }) => text.replaceAll(/\s+/g, ' ').includes(kingfishers))).toBe(true);
  });

  it('[SGD9] [SGD1] sent again, or by another who has the link, it is one report; the reporter of another is not taken over', async () => {
    const { piece, id } = await formBeside('Our tap water');
    for (const name of [id, id, 'AnotherAnotherAnother2']) {
      expect((await send({ id: name, piece, reason: 'unkind' })).status).toBe(200);
    }
    const theirs = await casesOf(bello);
    expect(theirs.map((one) => one.id)).toEqual([id]);
    const { story } = (await bello.get(`/api/concerns/${id}`)).json as ConcernCaseView;
    expect(story.filter(({ kind }) => kind === 'again')).toHaveLength(1);
    const own = { id: 'TeachersOwnTeachersOw2', about: { kind: 'board' }, reason: 'other' };
    expect((await reed.post(`/api/boards/${board}/concerns`, own)).status).toBe(200);
    expect((await send({ id: own.id, piece: '', reason: 'other' })).status).toBe(404);
  });

  it('[SGD9] a whole page is for all schools that published it, and nothing is taken off', async () => {
    const answer = await send({ id: 'WholePageWholePageWho2', piece: '', reason: 'other' });
    expect(answer.status).toBe(200);
    for (const person of [reed, bello]) {
      expect((await casesOf(person)).find((one) => one.id === 'WholePageWholePageWho2')?.about).toBe('board');
    }
  });

  it('[SEC-08] [SGD9] what is no form of ours, names no reason or what was never on the page is refused', async () => {
    const wish = { id: 'NothingNothingNothing2', piece: '', reason: 'other' };
    expect((await send(wish, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await send(wish, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await send({ ...wish, reason: 'because' })).status).toBe(400);
    expect((await send({ ...wish, piece: `shape:${'n'.repeat(21)}` })).status).toBe(404);
    expect((await fetch(`${server.url}/p/never/report`)).status).toBe(404);
  });

  it('[SGD9] a network is held back after five new reports in an hour, in words', async () => {
    const names = Array.from({ length: 6 }, (_, at) => `Many${'ManyManyManyManyMa'.slice(0, 17)}${at}`);
    const links = [...(await parent().get(page)).text.matchAll(/report\?piece=([^"]+)"/g)];
    const pieces = [...new Set(links.map(([, one = '']) => decodeURIComponent(one)))];
    const statuses: number[] = [];
    for (const [at, id] of names.entries()) {
      statuses.push((await send({ id, piece: pieces[at] ?? '', reason: 'other' })).status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(5);
  });
});

describe('a guest of a lesson', () => {
  it('[SGD9] reports a piece to the school that asked them in, and is a guest there', async () => {
    const { token } = (await bello.post(`/api/boards/${board}/guests`, { name: 'Dr Cole', minutes: 45 })).json as {
      token: string;
    };
    const guest = parent();
    await guest.post('/api/guest/enter', { token });
    const place = (await guest.get('/api/guest')).json as GuestPlace;
    const { record } = place.pages.flatMap(({ words }) => words).find(({ text }) => text.includes('Muna kama')) ?? {};
    const wish = { id: 'GuestGuestGuestGuestG2', record, reason: 'danger' };
    const never = { ...wish, record: `shape:${'n'.repeat(21)}` };
    expect((await guest.post('/api/guest/concerns', never)).status).toBe(404);
    const told = await guest.post('/api/guest/concerns', wish);
    expect([told.status, told.json]).toEqual([200, { schools: ['Al-Noor School'] }]);
    expect((await guest.get('/api/guest/board.svg')).text).not.toContain('Muna kama');
    const view = (await bello.get(`/api/concerns/${wish.id}`)).json as ConcernCaseView;
    expect([view.reporter?.role, view.reason, view.isKept]).toEqual(['guest', 'danger', true]);
  });
});
