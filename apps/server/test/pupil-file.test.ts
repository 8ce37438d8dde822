import type { ClassView } from '@bridgeboard/protocol';
import { RawClient, image, makeBoard, richText, shape } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { onBoard, startLesson, waitingCase, type Lesson } from './lesson.ts';
import { photo } from './sample-pictures.ts';
import { startInProcess, type ServerInProcess } from './server-in-process.ts';

let server: ServerInProcess;
let lesson: Lesson;
let path: string;

beforeAll(async () => {
  server = await startInProcess();
  lesson = await startLesson(server as never, 'First');
  const { classes } = (await lesson.reed.get('/api/classes')).json as { classes: { id: string; name: string }[] };
  const classId = classes.find(({ name }) => name === '5B')?.id ?? '';
  const { pupils } = (await lesson.reed.get(`/api/classes/${classId}`)).json as ClassView;
  const { id } = (await lesson.oliver.get('/api/me')).json as { id: string };
  if (!pupils.some((pupil) => pupil.id === id)) throw new Error('the pupil is in another class');
  path = `/api/classes/${classId}/pupils/${id}/file`;
});
afterAll(() => server.close());

const note = (canary: string) => shape('note', canary, { 'props.richText': richText(canary) });

/** Puts these words on a board as somebody. */
async function write(who: RawClient, ...canaries: readonly string[]): Promise<void> {
  for (const canary of canaries) {
    const { refused } = await who.edit({ op: 'create', record: note(canary) });
    expect(refused).toBeUndefined();
  }
}

it('[SG-20] a pupil’s file has all that is theirs, in every version and on every board, and nothing of anybody else', async () => {
  await using oliver = await onBoard(lesson, lesson.oliver);
  await using aisha = await onBoard(lesson, lesson.aisha);
  await using reed = await onBoard(lesson, lesson.reed);
  await write(oliver, 'mine-let-out');
  server.clock.forward(6_000);
  const { id, hash } = await waitingCase(reed, note('mine-let-out').id);
  await lesson.reed.post(`/api/boards/${lesson.board}/cases/${id}/decision`, { verdict: 'board', hash });
  const change = { 'props.richText': richText('mine-changed') };
  await oliver.edit({ op: 'update', id: note('mine-let-out').id, set: change });
  await write(oliver, 'mine-waiting', 'mine-deleted');
  await oliver.edit({ op: 'delete', id: note('mine-deleted').id });
  await write(aisha, 'hers-of-aisha');
  await write(reed, 'hers-of-reed');
  const upload = await lesson.oliver.put(`/api/boards/${lesson.board}/pictures/pupil-file-picture-1`, await photo());
  await oliver.edit({ op: 'create', record: image('shown', `asset:${(upload.json as { id: string }).id}`) });

  const second = await makeBoard(lesson.reed, 'Second');
  const me = (await lesson.oliver.get('/api/me')).json as { id: string; school: { id: string } };
  await server.storage.catalogue.admit({ board: second, pupil: me.id, school: me.school.id, by: me.id, at: 1 });
  await using there = await new RawClient(lesson.oliver).join(second);
  await write(there, 'mine-elsewhere');
  await lesson.reed.post(`/api/boards/${second}/dismiss`, { pupils: [me.id] });

  const bello = (await lesson.bello.get('/api/me')).json as { school: { name: string } };
  const answer = await lesson.reed.get(path);
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, 'attachment']);
  const own = ['mine-let-out', 'mine-changed', 'mine-waiting', 'mine-deleted', 'mine-elsewhere'];
  expect(own.filter((canary) => !answer.text.includes(canary))).toEqual([]);
  expect(answer.text).not.toContain('hers-of');
  expect(answer.text).toContain('data:image/webp;base64,');
  const json = /<script type="application\/json" id="data">(.*?)<\/script>/.exec(answer.text)?.[1] ?? '';
  expect(JSON.parse(json)).toMatchObject({
    format: 'bridgeboard-pupil-1',
    pupil: { id: me.id, className: '5B' },
    boards: expect.arrayContaining([
      expect.objectContaining({
        title: 'First',
        // HIST9: the one that was let out, as the partner's staff could see it.
        shown: [
          expect.objectContaining({ record: note('mine-let-out').id, schoolName: bello.school.name, until: null }),
        ],
      }),
      expect.objectContaining({ title: 'Second', shown: [] }),
    ]),
  });
  expect(answer.text).toMatch(new RegExp(`${bello.school.name}: 1 piece, since`));
});

it('[SG-20] it has what the school thinks and noted of the pupil, and nothing of reports or of who did it', async () => {
  const reed = (await lesson.reed.get('/api/me')).json as { id: string };
  await lesson.reed.post(path.replace(/\/file$/, '/trust'), { kind: 'words', level: 'after' });
  const about = { kind: 'piece', record: note('mine-let-out').id };
  const report = { id: 'a-report-of-concern-1', about, reason: 'unkind' };
  expect((await lesson.aisha.post(`/api/boards/${lesson.board}/concerns`, report)).status).toBe(200);
  const { text } = await lesson.reed.get(path);
  const json = JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/.exec(text)?.[1] ?? '') as object;
  expect(json).toMatchObject({
    pupil: { suspendedAt: null, trust: { words: { level: 'before', cause: 'put-away' }, drawing: { level: null } } },
    letIn: expect.arrayContaining([expect.objectContaining({ board: lesson.board, title: 'First' })]),
    acts: expect.arrayContaining([expect.objectContaining({ act: 'trust.set', detail: 'words,after' })]),
  });
  expect(text).toContain('Trust of a pupil set');
  expect(text).not.toMatch(/concern\.|trust\.fall/);
  expect(JSON.stringify({ ...json, boards: [] })).not.toContain(reed.id);
});

it('[SG-20] it is for staff of the own school alone', async () => {
  expect((await lesson.bello.get(path)).status).toBe(404);
  expect((await lesson.oliver.get(path)).status).toBe(403);
});
