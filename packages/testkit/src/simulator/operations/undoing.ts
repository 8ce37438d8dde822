import { equalJson, fieldOf } from '@bridgeboard/domain';
import type { Fields, Op } from '@bridgeboard/protocol';

import type { Tab } from '../client/tab.ts';
import { targetOf } from '../client/laid-over.ts';
import type { Operation } from './operation.ts';
import { actingTab } from './picking.ts';

/** Undo of one's own last doing, as an ordinary edit (P24): what others changed since is left alone. */
function inverse(tab: Tab, done: Tab['done'][number]): Op | null {
  const { op, before } = done;
  const now = tab.screen.get(targetOf(op));
  switch (op.op) {
    case 'create':
      return now ? { op: 'delete', id: now.id } : null;
    case 'delete':
      return before && !now ? { op: 'create', record: before } : null;
    case 'update': {
      if (!now || !before) return null;
      const own = Object.entries(op.set).filter(([name, value]) => equalJson(fieldOf(now, name) ?? null, value));
      const set = Object.fromEntries(own.map(([name]) => [name, fieldOf(before, name) ?? null])) as Fields;
      return own.length > 0 ? { op: 'update', id: now.id, set } : null;
    }
    default:
      return null;
  }
}

export const undoing: readonly Operation[] = [
  {
    name: 'undo',
    kind: 'edit',
    weight: 5,
    run: (world, step) => {
      const tab = actingTab(world, step);
      const done = tab?.done.pop();
      const isMine = done && world.stage.mayTarget(tab?.player ?? null, targetOf(done.op));
      const op = tab && done && isMine ? inverse(tab, done) : null;
      if (op) tab?.do([op]);
      return op !== null;
    },
  },
];
