import { page, shape } from '@bridgeboard/testkit';
import type { PrivateFrame } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { aisha, bello, LiveRoom, oliver, put, reed } from '../../test/live-room.ts';

const second = page('second');
const note = shape('note', 'note', { parentId: second.id });

/** What sessions were told since of pages that they lost, in the order of telling. */
function lostIn(live: LiveRoom): [string, unknown][] {
  const frames = live.heard().filter(({ event }) => event === 'private');
  return frames.flatMap(({ to, payload }): [string, unknown][] => {
    const { lost } = payload as PrivateFrame;
    return lost ? [[to, lost]] : [];
  });
}

test('[P17] a deleted page is told, in their own frame, to those with work on it, also when they come later; until it is back', async () => {
  const live = await LiveRoom.open();
  for (const person of [oliver, aisha, reed, bello]) await live.join(person);
  await live.edit(bello, put({ ...second, name: 'Rivers' }));
  await live.edit(oliver, put(note));
  live.wait(33);
  await live.edit(reed, { op: 'delete', id: second.id });
  const lost = [{ page: second.id, name: 'Rivers', at: live.now }];
  live.heard();
  live.wait(33);
  expect(lostIn(live)).toEqual([
    ['oliver-1', lost],
    ['bello-1', lost],
  ]);
  await live.join(oliver);
  await live.join(aisha);
  expect(lostIn(live)).toEqual([['oliver-2', lost]]);
  expect(await live.room.restorePage({ by: bello, page: second.id })).toBeNull();
  live.wait(33);
  expect(lostIn(live)).toEqual([
    ['oliver-1', []],
    ['bello-1', []],
    ['oliver-2', []],
  ]);
  expect(live.seenBy(oliver)).toEqual([note.id]);
});

test('[P17] staff read who deleted a page as they may know them', async () => {
  const live = await LiveRoom.open();
  await live.join(reed);
  await live.edit(reed, put(second));
  await live.edit(bello, { op: 'delete', id: second.id });
  const by = { key: '1.50', label: 'Mr Bello', school: 'south', role: 'staff' };
  expect(live.room.reader.deletedPages(reed)).toMatchObject([{ page: second.id, by, things: 0 }]);
  expect(live.room.reader.deletedPages(bello)).toEqual([]);
});
