import { join } from 'node:path';

import { openBeside } from '@bridgeboard/storage/sqlite';
import { HttpPerson, RawClient, binding, richText, shape, until } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startCrowd, type Crowd, type Somebody } from './crowd.ts';
import { approve, askToErase, filesWith } from './erasing.ts';
import { freshFolder, startInProcess } from './server-in-process.ts';
import { backUp, restore } from './whole-store.ts';

const canary = 'kingfisherZQ9';
const note = (name: string) => shape('note', name, { 'props.richText': richText(`${canary} ${name}`) });
const target = shape('geo', 'target', { x: 100, y: 100 });
const arrow = shape('arrow', 'arrow');

let crowd: Crowd;
let folders: Awaited<ReturnType<typeof freshFolder>>;
let gone: Somebody;
let staying: Somebody;
const place = (name: string): string => join(folders.path, name);

beforeAll(async () => {
  folders = await freshFolder();
  crowd = await startCrowd({ pupils: 4 });
  const [first, second] = crowd.of(0).pupils;
  if (!first || !second) throw new Error('there are two');
  [gone, staying] = [first, second];
});
afterAll(async () => {
  await crowd[Symbol.asyncDispose]();
  await folders[Symbol.asyncDispose]();
});

describe('a pupil who is erased while a lesson goes on', () => {
  test('[ER5] [ER1] [ER2] [SG-21] is gone from every screen and from every file, and the lesson goes on', async () => {
    const { teacher } = crowd.of(0);
    const his = await crowd.join(gone);
    const hers = await crowd.join(staying);
    const reed = await crowd.join(teacher);
    const far = await crowd.join(crowd.of(1).teacher);
    await his.edit({ op: 'create', record: note('out') }, { op: 'create', record: target });
    await until(() => reed.cases.size > 0, 'the case');
    await approve(crowd, reed, target.id);
    await his.edit({ op: 'create', record: note('held') });
    await hers.edit({ op: 'create', record: shape('note', 'hers') });
    const hold = binding('hold', { arrow: arrow.id, to: target.id });
    await reed.edit({ op: 'create', record: arrow }, { op: 'create', record: hold });
    await until(() => far.seen().has(arrow.id), 'the arrow at the other school');
    expect((await teacher.http.post(`/api/boards/${crowd.board}/publications`)).status).toBe(201);
    expect(JSON.stringify([...far.seen().values()])).toContain(canary);
    expect(await filesWith(crowd.server.dataDir, canary)).not.toEqual([]);
    await backUp(crowd.server.dataDir, place('old'));

    await askToErase(crowd.server.dataDir, gone.id);
    await until(() => his.ended, 'the end of his session');
    expect(his.ended?.code).toBe('SESSION_ENDED');
    expect((await gone.http.get('/api/me')).status).toBe(401);
    for (const client of [hers, reed, far]) {
      await until(() => client.resyncs > 0 && !client.seen().has(target.id), 'a view without him');
      expect(JSON.stringify([...client.seen().values()])).not.toContain(canary);
    }
    expect(far.seen().get(arrow.id)).toMatchObject({ props: { end: { x: 150, y: 140 } } });
    expect([...far.seen().keys()].filter((id) => id.startsWith('binding:'))).toEqual([]);
    expect(hers.seen().has(shape('note', 'hers').id)).toBe(true);
    expect(await filesWith(crowd.server.dataDir, canary)).toEqual([]);
    expect(await filesWith(crowd.server.dataDir, 'Pupil A1')).toEqual([]);

    await hers.edit({ op: 'create', record: shape('note', 'later') });
    await until(() => reed.seen().has(shape('note', 'later').id), 'what came after');
    const queue = (await teacher.http.get(`/api/boards/${crowd.board}/queue`)).text;
    expect(queue).not.toContain(canary);
    expect(queue).not.toContain(note('held').id);
  });

  test('[ER3] a newcomer’s snapshot and the next start have nothing of it either', async () => {
    await crowd.server.close();
    await using again = await startInProcess({ DATA_DIR: crowd.server.dataDir, DEMO: '0' });
    const person = crowd.of(0).teacher.http;
    await using client = await new RawClient(new HttpPerson(again.url, person.cookie)).join(crowd.board);
    expect(client.seen().has(arrow.id)).toBe(true);
    expect(client.received.join()).not.toContain(canary);
    expect(client.received.join()).not.toContain(target.id);
  });

  test('[ER4] [SG-21] an old backup does not bring it back: the list of a later one beside it is carried out again', async () => {
    expect(await filesWith(place('old'), canary)).not.toEqual([]);
    await backUp(crowd.server.dataDir, place('new'));
    expect(await filesWith(place('new'), canary)).toEqual([]);
    await restore(place('old'), place('restored'));
    for (const words of [canary, 'Pupil A1']) expect(await filesWith(place('restored'), words)).toEqual([]);
    expect(await filesWith(place('restored'), 'Pupil A2')).not.toEqual([]);
  });

  test('[ER4] a server carries out what was asked while none was running, before it serves anybody', async () => {
    const { erasures, close } = await openBeside(crowd.server.dataDir);
    await erasures.put({ id: staying.id, kind: 'person', askedAt: 1, doneAt: null });
    close();
    await using again = await startInProcess({ DATA_DIR: crowd.server.dataDir, DEMO: '0' });
    expect((await again.storage.erasures.all()).map(({ doneAt }) => doneAt !== null)).toEqual([true, true]);
    expect(await again.storage.directory.pupil(staying.id)).toBeNull();
  });
});
