import { openSqliteStorage } from '@bridgeboard/storage/sqlite';
import { HttpPerson, RawClient, shape, until } from '@bridgeboard/testkit';
import { expect, it } from 'vitest';

import { readConfig } from '../src/config.ts';
import { openLessonWithSessions } from '../src/lesson-with-sessions.ts';
import type { LessonWithSessions } from '../src/lesson-with-sessions.ts';
import { worldOf } from '../src/world.ts';
import { freshFolder, startInProcess } from './server-in-process.ts';

async function openLesson(dataDir: string, mode: 'held' | 'own-school' | 'open'): Promise<LessonWithSessions> {
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  const storage = await openSqliteStorage({ dataDir });
  try {
    return await openLessonWithSessions(
      { config, storage, world: worldOf(config, {}) },
      { pupils: 5, schools: 2, mode },
    );
  } finally {
    await storage.close();
  }
}

it.each(['held', 'own-school', 'open'] as const)(
  '[P3] people with sessions made beforehand come in without doors, on a board in mode %s',
  async (mode) => {
    await using folder = await freshFolder();
    const { board, schools, people } = await openLesson(folder.path, mode);
    expect(people.map(({ role, school }) => `${role} ${schools.indexOf(school)}`).toSorted()).toEqual(
      ['pupil 0', 'pupil 0', 'pupil 0', 'pupil 1', 'pupil 1', 'staff 0', 'staff 1'].toSorted(),
    );
    await using server = await startInProcess({ DATA_DIR: folder.path });
    const [author, ...others] = people.filter(({ role }) => role === 'pupil');
    const join = (person: typeof author): Promise<RawClient> =>
      new RawClient(new HttpPerson(server.url, person?.cookie)).join(board);
    const foreigner = others.find(({ school }) => school !== author?.school);
    const [drawing, classmate, foreign] = await Promise.all([author, others[0], foreigner].map(join));
    if (!drawing || !classmate || !foreign) throw new Error('somebody is missing');
    const note = shape('note', 'first');
    expect(await drawing.edit({ op: 'create', record: { ...note } })).not.toHaveProperty('refused');
    const sees = (client: RawClient): boolean => client.seen().has(note.id);
    if (mode !== 'held') await until(() => sees(classmate), 'the note at a classmate');
    if (mode === 'open') await until(() => sees(foreign), 'the note at the other school');
    expect([sees(drawing), sees(classmate), sees(foreign)]).toEqual([true, mode !== 'held', mode === 'open']);
    for (const client of [drawing, classmate, foreign]) await client.close();
  },
);
