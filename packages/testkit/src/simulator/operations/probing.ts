import type { Op } from '@bridgeboard/protocol';

import { binding, shape } from '../../engine/records.ts';
import { guessedSecret } from '../secrets/secret-acts.ts';
import type { Operation, Step } from './operation.ts';
import { actingTab, recordIdFor } from './picking.ts';

/** All that can be tried on an id that is hidden in one world and was never there in the other (P23). */
function tries(step: Step): readonly Op[][] {
  const id = guessedSecret(step.b);
  const arrow = { ...shape('arrow', 'any'), id: recordIdFor('shape', step, 1) };
  const note = { ...shape('note', 'any'), id: recordIdFor('shape', step, 2) };
  const bound = { ...binding('any', { arrow: arrow.id, to: id }), id: recordIdFor('binding', step, 3) };
  return [
    [{ op: 'update', id, set: { x: 1 } }],
    [{ op: 'delete', id }],
    [{ op: 'create', record: { ...note, parentId: id } }],
    [
      { op: 'create', record: arrow },
      { op: 'create', record: bound },
    ],
    [{ op: 'update', id, set: { parentId: 'page:page' } }],
    [
      { op: 'create', record: note },
      { op: 'update', id: note.id, set: { parentId: id } },
    ],
    [{ op: 'append', id, at: 2, points: [100, 100, 0] }],
  ];
}

export const probing: readonly Operation[] = [
  {
    name: 'probe',
    kind: 'edit',
    // Only where there are secrets to be probed.
    weight: 0,
    run: (world, step) => {
      const tab = actingTab(world, step);
      if (!tab || !world.stage.mayProbe(tab.player)) return false;
      tab.do(tries(step)[step.a % 7] ?? []);
      return true;
    },
  },
];
