import type { Op } from '@bridgeboard/protocol';

import { comment, reaction } from '../../engine/records.ts';
import type { Tab } from '../client/tab.ts';
import type { World } from '../world.ts';
import type { Operation, Step } from './operation.ts';
import { actingTab, pick, recordIdFor, targets, wordsFor } from './picking.ts';

const signs = ['heart', 'star', 'idea'] as const;

function says(make: (world: World, tab: Tab, step: Step) => Op | null): Operation['run'] {
  return (world, step) => {
    const tab = actingTab(world, step);
    const op = tab ? make(world, tab, step) : null;
    if (op) tab?.do([op]);
    return op !== null;
  };
}

/** What people say about what is on a board, their own and others'. */
export const remarking: readonly Operation[] = [
  {
    name: 'comment',
    kind: 'edit',
    weight: 4,
    run: says((world, tab, step) => {
      const about = pick(targets(world, tab, 'shape:'), step.a);
      if (about === undefined) return null;
      return {
        op: 'create',
        record: { ...comment('any', about, wordsFor(step)), id: recordIdFor('comment', step) },
      };
    }),
  },
  {
    name: 'react',
    kind: 'edit',
    weight: 3,
    run: says((world, tab, step) => {
      const about = pick(targets(world, tab, 'shape:'), step.a);
      if (about === undefined) return null;
      const record = reaction('any', about, pick(signs, step.b));
      return { op: 'create', record: { ...record, id: recordIdFor('reaction', step) } };
    }),
  },
  {
    name: 'rephrase a comment',
    kind: 'edit',
    weight: 1,
    run: says((world, tab, step) => {
      const id = pick(targets(world, tab, 'comment:'), step.a);
      return id === undefined ? null : { op: 'update', id, set: { text: wordsFor(step) } };
    }),
  },
  {
    name: 'take a remark back',
    kind: 'edit',
    weight: 1,
    run: says((world, tab, step) => {
      const ids = ['comment:', 'reaction:'].flatMap((prefix) => targets(world, tab, prefix));
      const id = pick(ids, step.a);
      return id === undefined ? null : { op: 'delete', id };
    }),
  },
];
