import { BoardHand, recordIdOf, shape } from '@bridgeboard/testkit';
import type { BoardRecord, Snapshot } from '@bridgeboard/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Stage, openBoard } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** What a board may hold that was kept by another version of the server: nothing of it would pass today's gate. */
function oldRecords(): BoardRecord[] {
  const stroke = shape('draw', 'old-stroke');
  const arrow = shape('arrow', 'old-arrow');
  return [
    { ...shape('note', 'old-kind'), type: 'sticker' },
    { ...shape('note', 'old-place'), x: 'left' },
    { ...stroke, props: { ...(stroke['props'] as object), segments: [{ type: 'free', points: [] }] } },
    {
      ...shape('draw', 'old-line'),
      props: { ...(stroke['props'] as object), segments: [{ type: 'free', line: '!' }] },
    },
    { ...arrow, props: {} },
    { id: recordIdOf('binding', 'old-end'), typeName: 'binding', type: 'arrow', fromId: arrow.id, toId: arrow.id },
  ] as BoardRecord[];
}

test('[BR2] [SEC-18] old records that cannot be shown are left out one by one and counted, and the board works', async () => {
  await using reed = await stage.teacher(0);
  await using bello = await stage.teacher(1);
  const board = await openBoard(reed, 'Rain');
  const other = await BoardHand.open(bello.page, board);
  await other.note([640, 250], 'Still here');
  await other.saved();
  await reed.page.route('**/snapshot*', async (route) => {
    const snapshot = (await (await route.fetch()).json()) as Snapshot;
    const stamp = { by: snapshot.shared.authors?.[0]?.key ?? '', reach: 'board' as const, at: 1 };
    snapshot.shared.put?.unshift(...oldRecords().map((record) => ({ record, stamp })));
    await route.fulfill({ contentType: 'application/json', body: JSON.stringify(snapshot) });
  });
  const hand = await BoardHand.open(reed.page, board);
  await hand.words('Still here').waitFor();
  await reed.page.getByText('5 things on this board cannot be shown').waitFor();
  await hand.note([300, 400], 'Beside them');
  await hand.saved();
  await other.words('Beside them').waitFor();
  expect(reed.errors).toEqual([]);
});
