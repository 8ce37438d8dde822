import { TrackedView } from '@bridgeboard/domain';
import { shape } from '@bridgeboard/testkit';
import { describe, expect, test } from 'vitest';

import { LiveRoom, oliver, put, reed } from '../../test/live-room.ts';

const note = shape('note', 'note');

describe('what views hold in memory', () => {
  test('[P27] what has been let out is one object, however many views have it', async () => {
    const live = await LiveRoom.open();
    await live.join(reed);
    await live.edit(reed, put(note));
    const [staff, pupils] = [
      new TrackedView({ kind: 'staff', school: 'north' }, live.room.state, 0),
      new TrackedView({ kind: 'pupils', school: 'south' }, live.room.state, 0),
    ].map((view) => view.items.get(note.id));
    expect(staff).toMatchObject({ record: { id: note.id }, stamp: { reach: 'board' } });
    expect(pupils).toBe(staff);
  });

  test('[P29] a snapshot is handed out again for half a minute, and then let go', async () => {
    const live = await LiveRoom.open();
    await live.join(oliver);
    const made = live.room.reader.snapshotFor(oliver, null);
    live.wait(29_000);
    expect(live.room.reader.snapshotFor(oliver, null)).toBe(made);
    live.wait(1_000);
    const next = live.room.reader.snapshotFor(oliver, null);
    expect(next).not.toBe(made);
    expect(next.json).toBe(made.json);
  });
});
