import { join } from 'node:path';

import { HttpPerson, until } from '@bridgeboard/testkit';
import { expect, test } from 'vitest';

import { startServer } from '../../../../tools/prove/kill/start-server.ts';
import { Work } from '../../../../tools/prove/kill/work.ts';
import { sqliteProofIn } from '../../../../tools/prove/stores/sqlite-store.ts';
import { mayMount, SmallDisk } from './small-disk.ts';

const backWithinMs = 5_000;
const timeout = 60_000;
const isAllowed = mayMount();

// Not run where nobody may mount: outside of Linux, and for anybody but root.
test.skipIf(!isAllowed)(
  '[REL-14] on a full disk edits wait, reading, hiding and deciding go on, and so do edits within five seconds once there is room',
  { timeout },
  async () => {
    using disk = SmallDisk.mount(24);
    const store = sqliteProofIn(join(disk?.path ?? '', 'data'));
    let url = '';
    await using work = await Work.prepare({ store, boards: 1, pupils: 8, seed: 1, url: () => url });
    await using server = await startServer(store);
    url = server.url;
    work.begin();
    await work.answered(1);

    disk?.fill();
    await until(() => work.crowd.codes().has('STORAGE_FULL'), 'an edit that is refused for want of room');
    const [answered, acted] = [work.crowd.answered, work.crowd.acted];
    const [lesson] = work.lessons;
    const teacher = new HttpPerson(url, lesson?.people[0]?.cookie);
    for (const what of ['snapshot', 'queue', 'picture.svg']) {
      expect((await teacher.get(`/api/boards/${lesson?.board}/${what}`)).status, what).toBe(200);
    }
    await until(() => work.crowd.acted >= acted + 3, 'three acts of staff');
    // Answers that were under way when the room ran out.
    expect(work.crowd.answered - answered).toBeLessThanOrEqual(8);

    disk?.makeRoom();
    expect(await work.answered(1)).toBeLessThan(backWithinMs);
    expect(server.isAlive).toBe(true);
    expect(await work.end()).toBeNull();
    await server.stop();
    expect(store.faults()).toEqual([]);
    expect(await work.verdict()).toMatchObject({ lost: [], phantom: [] });
  },
);

test.skipIf(!isAllowed)(
  '[REL-14] a folder that cannot be written to is told in one sentence at the start',
  async () => {
    using disk = SmallDisk.mount(8);
    const dataDir = join(disk?.path ?? '', 'data');
    disk?.makeReadOnly();
    const starting = startServer({ dataDir, mongoUrl: undefined });
    await expect(starting).rejects.toThrow(
      new RegExp(`ended with 1: DATA_DIR=${dataDir} cannot be used: [^\\n]+\\.\\n$`),
    );
  },
);
