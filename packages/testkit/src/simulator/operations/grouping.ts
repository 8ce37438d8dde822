import type { Op } from '@bridgeboard/protocol';

import { shape } from '../../engine/records.ts';
import type { Operation } from './operation.ts';
import { actingTab, likelyTargets, pick, recordIdFor, shapesOf, targets } from './picking.ts';

/** Groups, made and taken apart as the editor does it (P14). */
export const grouping: readonly Operation[] = [
  {
    name: 'group',
    kind: 'edit',
    weight: 2,
    run: (world, step) => {
      const tab = actingTab(world, step);
      const likely = tab ? likelyTargets(world, tab, step) : [];
      const first = tab?.screen.get(pick(likely, step.a) ?? '');
      const parentId = first?.['parentId'];
      if (!tab || typeof parentId !== 'string') return false;
      const beside = likely.filter((id) => tab.screen.get(id)?.['parentId'] === parentId).slice(0, 2 + (step.b % 2));
      const record = { ...shape('group', 'any', { parentId, index: 'a3', x: step.a }), id: recordIdFor('shape', step) };
      tab.do([
        { op: 'create', record },
        ...beside.map((id, i): Op => ({ op: 'update', id, set: { parentId: record.id, index: `a${i + 1}` } })),
      ]);
      return true;
    },
  },
  {
    name: 'ungroup',
    kind: 'edit',
    weight: 1,
    run: (world, step) => {
      const tab = actingTab(world, step);
      const group = tab && pick(shapesOf(tab, likelyTargets(world, tab, step), 'group'), step.a);
      const parentId = group?.['parentId'];
      if (!tab || !group || typeof parentId !== 'string') return false;
      const inside = targets(world, tab, 'shape:').filter((id) => tab.screen.get(id)?.['parentId'] === group.id);
      tab.do([...inside.map((id): Op => ({ op: 'update', id, set: { parentId } })), { op: 'delete', id: group.id }]);
      return true;
    },
  },
];
