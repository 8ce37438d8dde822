import type {
  BoardLine,
  CharterPage,
  ClassTrust,
  Op,
  PublicationLine,
  QueueItem,
  UploadedAsset,
} from '@bridgeboard/protocol';
import { binding, HttpPerson, image, RawClient, richText, shape, until } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startCrowd, type Crowd, type Somebody } from './crowd.ts';
import { photo } from './sample-pictures.ts';
import { startInProcess } from './server-in-process.ts';

const canary = 'otterZQ7';
const note = (name: string, words: string) => shape('note', name, { 'props.richText': richText(words) });
const target = note('target', `${canary} is let out`);
const arrow = shape('arrow', 'arrow');
const hers = note('hers', 'A heron');
const reported = note('reported', `${canary} is reported`);
const concern = 'ConcernConcernConcern2';

let crowd: Crowd;
let staying: { teacher: Somebody; pupil: Somebody };
let leaver: { teacher: Somebody; pupil: Somebody };
let third: Somebody;
let partnership: string;
let own: BoardLine;
const at = (path: string): string => `/api/boards/${crowd.board}/${path}`;
const told = (client: RawClient): string => client.received.join();

function firstOf(school: 0 | 1 | 2): { teacher: Somebody; pupil: Somebody } {
  const { teacher, pupils } = crowd.of(school);
  const [pupil] = pupils;
  if (!pupil) throw new Error('each school has a pupil');
  return { teacher, pupil };
}

/** Everything that waits of a school goes to the board. */
async function approveAll({ teacher }: { teacher: Somebody }): Promise<void> {
  crowd.server.clock.forward(61_000);
  const { items } = (await teacher.http.get(at('queue'))).json as { items: QueueItem[] };
  for (const { case: id, hash } of items) {
    expect((await teacher.http.post(at(`cases/${id}/decision`), { verdict: 'board', hash })).status).toBe(200);
  }
}

async function boardsOf({ http }: Somebody): Promise<BoardLine[]> {
  return ((await http.get('/api/boards')).json as { boards: BoardLine[] }).boards;
}

async function guestOf({ http }: Somebody): Promise<HttpPerson> {
  const { token } = (await http.post(at('guests'), { name: 'Dr Cole', minutes: 30 })).json as { token: string };
  const guest = new HttpPerson(http.url);
  expect((await guest.post('/api/guest/enter', { token })).status).toBe(200);
  return guest;
}

async function upload({ http }: Somebody): Promise<UploadedAsset> {
  const answer = await http.put(at('pictures/picture-of-the-leaving-school'), await photo());
  expect(answer.status).toBe(201);
  return answer.json as UploadedAsset;
}

beforeAll(async () => {
  crowd = await startCrowd({ pupils: 6, schools: 3 });
  [staying, leaver] = [firstOf(0), firstOf(1)];
  third = crowd.of(2).teacher;
  const { directory } = crowd.server.storage;
  for (const { id } of [staying.pupil, leaver.pupil]) {
    const pupil = await directory.pupil(id);
    if (pupil) await directory.putPupil({ ...pupil, consent: { ...pupil.consent, publishWork: true } });
  }
  const { json } = await staying.teacher.http.get('/api/partnerships');
  partnership = (json as { partnerships: { id: string }[] }).partnerships[0]?.id ?? '';
});
afterAll(() => crowd[Symbol.asyncDispose]());

describe('a school that leaves its partnership in the middle of a lesson', () => {
  test('[SG-37] [CH16] [CH20] is gone within a second from every screen, picture, page and list of the others, and they from its own', async () => {
    const his = await crowd.join(leaver.pupil);
    const sofia = await crowd.join(staying.pupil);
    const picture = await upload(leaver.pupil);
    await his.edit(
      ...[target, image('picture', `asset:${picture.id}`), reported].map((record): Op => ({ op: 'create', record })),
    );
    await sofia.edit({ op: 'create', record: hers });
    await approveAll(leaver);
    await approveAll(staying);
    await until(() => sofia.isShared(target.id), 'the note at the other school');
    const about = { kind: 'piece', record: reported.id };
    const report = { id: concern, about, reason: 'unkind' };
    expect((await staying.pupil.http.post(at('concerns'), report)).status).toBe(200);
    const hold = binding('hold', { arrow: arrow.id, to: target.id });
    const reed = await crowd.join(staying.teacher);
    await reed.edit({ op: 'create', record: arrow }, { op: 'create', record: hold });
    await his.edit({ op: 'create', record: note('waits', `${canary} waits`) });
    const onlooker = await crowd.join(leaver.teacher, { viewer: true });
    const published = (await staying.teacher.http.post(at('publications'))).json as PublicationLine;
    expect((await leaver.teacher.http.post(`/api/publications/${published.id}/agree`)).status).toBe(200);
    const alone = (await leaver.teacher.http.post(at('publications'))).json as PublicationLine;
    const nobody = new HttpPerson(crowd.server.url);
    const [guest, hisGuest] = [await guestOf(staying.teacher), await guestOf(leaver.teacher)];
    expect((await guest.get('/api/guest/board.svg')).text).toContain(canary);
    expect((await nobody.get(`/p/${published.id}`)).text).toContain(canary);
    expect((await staying.pupil.http.get(`/a/${picture.id}`)).status).toBe(200);

    const began = performance.now();
    expect((await leaver.teacher.http.post(`/api/partnerships/${partnership}/leave`)).status).toBe(200);
    for (const one of [his, onlooker]) await until(() => one.ended, 'the end of their sockets');
    for (const one of [sofia, reed]) await until(() => one.ended, 'the others to come in again');
    expect(performance.now() - began).toBeLessThan(1_000);
    expect([his, onlooker, sofia, reed].map((one) => one.ended?.code)).toEqual([
      'SCHOOL_LEFT',
      'SCHOOL_LEFT',
      'SERVER_RESTARTING',
      'SERVER_RESTARTING',
    ]);

    for (const who of [staying.teacher, staying.pupil, third]) {
      const again = await crowd.join(who);
      expect([...again.seen().keys()]).toEqual(expect.arrayContaining([arrow.id, hers.id]));
      expect(again.joined?.board.schools.map(({ id }) => id)).not.toContain(leaver.teacher.school);
      expect(told(again)).not.toContain(canary);
      expect(told(again)).not.toContain(target.id);
      expect([...again.seen().keys()].filter((id) => id.startsWith('binding:'))).toEqual([]);
      for (const path of [at('snapshot'), at('picture.svg'), '/api/queue', '/api/boards']) {
        expect((await who.http.get(path)).text).not.toContain(canary);
      }
      expect((await who.http.get(`/a/${picture.id}`)).status).toBe(404);
    }
    expect((await guest.get('/api/guest/board.svg')).text).not.toContain(canary);
    expect((await hisGuest.get('/api/guest')).json).toMatchObject({ code: 'SESSION_ENDED' });
    const page = await nobody.get(`/p/${published.id}`);
    expect([page.status, page.text.includes(canary), page.text.includes('A heron')]).toEqual([200, false, true]);
    expect((await nobody.get(`/p/${alone.id}`)).status).toBe(404);
    for (const { http } of [leaver.teacher, leaver.pupil]) {
      expect((await http.get(at('snapshot'))).status).toBe(404);
    }
    expect((await leaver.teacher.http.get(`/api/partnerships/${partnership}`)).status).toBe(404);
    const journal = JSON.stringify(await crowd.server.storage.journal.read(crowd.board, 1, 500));
    expect(journal).not.toContain(canary);
  });

  test('[SG-37] [CH17] has a board of its own with all that it made, where it stood, what waits still waiting, and goes on there', async () => {
    const mine = await boardsOf(leaver.teacher);
    expect(mine.map(({ schools }) => schools.map(({ id }) => id))).toEqual([[leaver.teacher.school]]);
    [own] = mine as [BoardLine];
    expect(own).toMatchObject({ title: 'Board under load', waiting: 1 });
    await using desk = await new RawClient(leaver.teacher.http).join(own.id);
    const words = JSON.stringify([...desk.seen().values()]);
    expect([words.includes(`${canary} is let out`), words.includes(`${canary} waits`)]).toEqual([true, true]);
    expect(words).not.toContain('A heron');
    expect(desk.seen().get(target.id)).toMatchObject({ x: target['x'], y: target['y'], parentId: 'page:page' });
    const shown = [...desk.seen().keys()].find((id) => id.startsWith('asset:')) ?? '';
    expect((await leaver.pupil.http.get(`/a/${shown.slice('asset:'.length)}`)).status).toBe(200);
    await using pupil = await new RawClient(leaver.pupil.http).join(own.id);
    await pupil.edit({ op: 'update', id: target.id, set: { x: 40 } });
    const { items } = (await leaver.teacher.http.get(`/api/boards/${own.id}/queue`)).json as { items: QueueItem[] };
    expect(items.map((item) => item.author)).toEqual(items.map(() => 'Pupil B1'));
    const journal = JSON.stringify(await crowd.server.storage.journal.read(own.id, 1, 500));
    expect(journal).not.toContain('A heron');
  });

  test('[SG-37] [TL3] [TL6] trusts its pupils as before, and what of theirs was let out counts once, on its own board', async () => {
    const { queue } = crowd.server.storage;
    const decided = await queue.decidedOf(leaver.pupil.id);
    expect(decided.map(({ board }) => board)).toEqual([own.id]);
    const { classes } = (await leaver.teacher.http.get('/api/classes')).json as { classes: { id: string }[] };
    const trust = (await leaver.teacher.http.get(`/api/classes/${classes[0]?.id}/trust`)).json as ClassTrust;
    const words = trust.pupils.find(({ id }) => id === leaver.pupil.id)?.words;
    // Something of that pupil's had been put away.
    expect(words).toMatchObject({ level: 'before', cause: 'put-away', clean: 0 });
  });

  test('[SG-37] [CH17] keeps what was reported away on its own board, until its own staff let it back there', async () => {
    await using pupil = await new RawClient(leaver.pupil.http).join(own.id);
    expect(pupil.seen().has(reported.id)).toBe(false);
    const letBack = (who: Somebody): Promise<{ status: number }> =>
      who.http.post(`/api/concerns/${concern}/steps`, { step: 'let-back' });
    expect((await letBack(staying.teacher)).status).toBe(403);
    expect((await letBack(leaver.teacher)).status).toBe(200);
    await until(() => pupil.seen().has(reported.id), 'the piece');
  });

  test('[CH16] stands in the charter’s history by name, and the others go on together', async () => {
    const charter = (await third.http.get(`/api/partnerships/${partnership}`)).json as CharterPage;
    expect(charter.schools.map(({ id }) => id)).toEqual([staying.teacher.school, third.school]);
    expect(charter.former.map(({ name }) => name)).toEqual(['School B']);
    expect(charter.history[0]).toMatchObject({ act: 'left', by: { school: leaver.teacher.school } });
    const { lines } = (await staying.teacher.http.get('/api/audit')).json as { lines: { act: string }[] };
    expect(lines.map(({ act }) => act)).toContain('partnership.leave');
    await using client = await crowd.join(staying.pupil);
    await client.edit({ op: 'create', record: note('later', 'Later') });
  });

  test('[CH19] the last that leaves ends it, and each has its board to itself', async () => {
    expect((await third.http.post(`/api/partnerships/${partnership}/leave`)).status).toBe(200);
    expect((await staying.teacher.http.post(`/api/partnerships/${partnership}/leave`)).json).toEqual({
      partnerships: [],
    });
    expect((await staying.teacher.http.post(`/api/partnerships/${partnership}/leave`)).status).toBe(404);
    const [board] = await boardsOf(staying.teacher);
    expect([board?.id, board?.schools.map(({ id }) => id)]).toEqual([crowd.board, [staying.teacher.school]]);
    const kept = await crowd.server.storage.catalogue.board(crowd.board);
    expect([kept?.partnership, kept?.left?.map(({ done }) => done)]).toEqual([null, [true, true]]);
    await using client = await crowd.join(staying.pupil);
    expect(client.seen().has(hers.id)).toBe(true);
  });

  test('[CH16] all of it is there after the next start', async () => {
    const { dataDir } = crowd.server;
    await crowd.server.close();
    await using again = await startInProcess({ DATA_DIR: dataDir, DEMO: '0' });
    await using client = await new RawClient(new HttpPerson(again.url, leaver.pupil.http.cookie)).join(own.id);
    expect(JSON.stringify([...client.seen().values()])).toContain(canary);
    await using other = await new RawClient(new HttpPerson(again.url, staying.pupil.http.cookie)).join(crowd.board);
    expect([other.seen().has(hers.id), told(other).includes(canary)]).toEqual([true, false]);
  });
});
