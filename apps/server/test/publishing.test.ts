import { gzipSync } from 'node:zlib';

import type { PublicationLine } from '@bridgeboard/protocol';
import { HttpPerson, signInStaff } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startInProcess } from './server-in-process.ts';
import type { ServerInProcess } from './server-in-process.ts';

let server: ServerInProcess;
let reed: HttpPerson;
let bello: HttpPerson;
let board: string;
const parent = (): HttpPerson => new HttpPerson(server.url);

beforeAll(async () => {
  server = await startInProcess();
  reed = await signInStaff(server, 0);
  bello = await signInStaff(server, 1);
  const { boards } = (await reed.get('/api/boards')).json as { boards: { id: string }[] };
  board = boards[0]?.id ?? '';
});
afterAll(() => server.close());

async function publish(): Promise<PublicationLine> {
  const answer = await reed.post(`/api/boards/${board}/publications`);
  expect(answer.status).toBe(201);
  return answer.json;
}

function withoutId(text: string): string {
  return text.replaceAll(/[\w-]{22}/g, '');
}

describe('a published board', () => {
  it('[D19] shows each school’s work only once a teacher of that school agreed', async () => {
    const { id, parts } = await publish();
    expect(parts.map(({ school, agreed, pieces }) => [school.shortName, agreed, pieces > 5])).toEqual([
      ['Riverside', true, true],
      ['Al-Noor', false, false],
    ]);
    const before = (await parent().get(`/p/${id}`)).text;
    expect(before).toContain('Kingfishers live here! We saw 2 on Tuesday.');
    expect(before).toContain('a pupil in Leeds');
    expect(before).not.toMatch(/Kano|Al-Noor|Muna kama kifi/);

    const agreed = await bello.post(`/api/publications/${id}/agree`);
    expect((agreed.json as PublicationLine).parts.every((part) => part.agreed)).toBe(true);
    const after = (await parent().get(`/p/${id}`)).text;
    expect(after).toContain('Muna kama kifi a nan.');
    expect(after).toContain('a pupil in Kano');
    expect(after).toContain('Kingfishers live here!');
    expect((await bello.post(`/api/publications/${id}/agree`)).status).toBe(200);
  });

  it('[D19] takes what was let out and nothing that waits or was sent back', async () => {
    const { id } = await publish();
    const page = (await parent().get(`/p/${id}`)).text;
    const drawing = (await parent().get(`/p/${id}/board.svg`)).text;
    for (const held of ['My grandad swam', 'number 14', 'heron', 'Malham Tarn', 'Fish live here.']) {
      expect(page).not.toContain(held);
      expect(drawing).not.toContain(held);
    }
  });

  it('[SG-19] names no pupil, no teacher, no class and no person’s id', async () => {
    const { id } = await publish();
    await bello.post(`/api/publications/${id}/agree`);
    const page = (await parent().get(`/p/${id}`)).text;
    const names = server.demo.classes.flatMap(({ pupils }) => pupils.map(({ name }) => name));
    expect(names).toHaveLength(20);
    for (const name of [...names, 'Ms Reed', 'Mr Bello', 'JSS1']) expect(page).not.toContain(name);
    expect(
      [...page.matchAll(/[\w-]{22}/g)]
        .map(([text]) => text)
        .filter((text) => text !== id && /[A-Z]/.test(text) && /\d/.test(text)),
    ).toEqual([]);
  });

  it('[SG-18] asks for consent again at each reading', async () => {
    const { id } = await publish();
    const classes = await server.storage.directory.classesOf(
      (await reed.get('/api/me').then(({ json }) => json as { school: { id: string } })).school.id,
    );
    const pupils = await server.storage.directory.pupilsOf(classes[0]?.id ?? '');
    const harry = pupils.find(({ nickname }) => nickname === 'Harry G.');
    if (harry === undefined) throw new Error('no such pupil');
    const pieceCount = async (): Promise<string> =>
      /The board, \d+ pieces/.exec((await parent().get(`/p/${id}`)).text)?.[0] ?? '';
    const before = await pieceCount();

    await server.storage.directory.putPupil({ ...harry, consent: { ...harry.consent, publishWork: false } });
    expect((await parent().get(`/p/${id}`)).text).not.toContain('Kingfishers');
    expect((await parent().get(`/p/${id}/board.svg`)).text).not.toContain('Kingfishers');
    expect(await pieceCount()).not.toBe(before);
    const line = (await reed.get(`/api/boards/${board}/publications`)).json as { publications: PublicationLine[] };
    expect(line.publications[0]?.parts[0]?.heldBackByConsent).toBe(1);
    const theirs = (await bello.get(`/api/boards/${board}/publications`)).json as { publications: PublicationLine[] };
    expect(theirs.publications[0]?.parts[0]?.heldBackByConsent).toBe(0);

    const later = await publish();
    await server.storage.directory.putPupil(harry);
    expect((await parent().get(`/p/${id}`)).text).toContain('Kingfishers');
    // What was left out when the copy was made stays out of it.
    expect((await parent().get(`/p/${later.id}`)).text).not.toContain('Kingfishers');
  });

  it('ends at once, and is then as if it had never been', async () => {
    const { id } = await publish();
    expect((await parent().get(`/p/${id}`)).status).toBe(200);
    const ended = await bello.post(`/api/publications/${id}/withdraw`);
    expect((ended.json as PublicationLine).withdrawnAt).toEqual(expect.any(Number));
    for (const address of [`/p/${id}`, `/p/${id}/board.svg`]) {
      const gone = await parent().get(address);
      const never = await parent().get(address.replace(id, 'NeverNeverNeverNever22'));
      expect([gone.status, withoutId(gone.text)]).toEqual([404, withoutId(never.text)]);
      expect(never.status).toBe(404);
    }
    expect((await reed.post(`/api/publications/${id}/agree`)).json).toMatchObject({ code: 'CHANGED' });
    expect((await reed.post(`/api/publications/${id}/withdraw`)).json).toMatchObject({
      withdrawnAt: (ended.json as PublicationLine).withdrawnAt,
    });
  });
});

describe('the page for parents', () => {
  it('weighs at most 110 kB on the wire, board picture included, and runs no script', async () => {
    const { id } = await publish();
    await bello.post(`/api/publications/${id}/agree`);
    const page = await parent().get(`/p/${id}`);
    const drawing = await parent().get(`/p/${id}/board.svg`);
    expect(gzipSync(page.text).length + gzipSync(drawing.text).length).toBeLessThan(110_000);
    expect(page.text).not.toMatch(/<script|\son[a-z]+=|javascript:/);
    expect(page.text.replaceAll(/http:\/\/www\.w3\.org[^'"\s]*/g, '')).not.toMatch(/https?:\/\//);
    expect(page.headers.get('content-security-policy')).not.toMatch(/script-src|connect-src/);
  });

  it('is public but not for search engines, and is never kept on the way', async () => {
    const { id } = await publish();
    const { headers } = await parent().get(`/p/${id}`);
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.getSetCookie()).toEqual([]);
    expect((await parent().get(`/p/${id}/board.svg?page=2`)).status).toBe(404);
    expect((await parent().get(`/p/${id}/board.svg?page=__proto__`)).status).toBe(404);
  });

  it('[D13] speaks the reader’s language, in its direction, with the clocks of both schools', async () => {
    const { id } = await publish();
    await bello.post(`/api/publications/${id}/agree`);
    const arabic = await fetch(`${server.url}/p/${id}`, { headers: { 'accept-language': 'ar-EG,ar;q=0.9' } }).then(
      (answer) => answer.text(),
    );
    expect(arabic).toContain('<html lang="ar" dir="rtl"');
    const french = (await parent().get(`/p/${id}?lang=fr`)).text;
    expect(french).toContain('Ce que nous avons trouvé');
    const english = (await parent().get(`/p/${id}`)).text;
    expect(english).toMatch(/\d{4}, \d\d:\d\d in Leeds/);
    expect(english).toMatch(/\d{4}, \d\d:\d\d in Kano/);
    expect(english).toContain('Made with Bridgeboard and tldraw.');
  });

  it('[SEC-27] shows a board’s title as text', async () => {
    const made = await reed.post('/api/boards', { title: '<img src=x onerror=alert(1)>' });
    const { id } = made.json as { id: string };
    const published = (await reed.post(`/api/boards/${id}/publications`)).json as PublicationLine;
    const page = (await parent().get(`/p/${published.id}`)).text;
    expect(page).not.toContain('<img src=x');
    expect(page).toContain('&lt;img src=x');
  });
});
