import { deletedPages } from '@bridgeboard/domain';

import { page } from '../../engine/records.ts';
import type { Operation } from './operation.ts';
import { actingTab, pick, recordIdFor, targets, wordsFor } from './picking.ts';

export const pages: readonly Operation[] = [
  {
    name: 'create a page',
    kind: 'edit',
    weight: 1,
    run: (world, step) => {
      const tab = actingTab(world, step, step.b % 5 === 0 ? undefined : 'staff');
      const record = { ...page('any'), id: recordIdFor('page', step), name: wordsFor(step), index: `a${step.a % 9}V` };
      tab?.do([{ op: 'create', record }]);
      return tab !== undefined;
    },
  },
  {
    name: 'delete a page',
    kind: 'edit',
    weight: 0.5,
    run: (world, step) => {
      const tab = actingTab(world, step, 'staff');
      const id = tab && pick(targets(world, tab, 'page:'), step.a);
      if (id !== undefined) tab?.do([{ op: 'delete', id }]);
      return id !== undefined;
    },
  },
  {
    name: 'restore a page',
    kind: 'act',
    weight: 1,
    run: (world, step) => {
      const tab = actingTab(world, step, 'staff');
      const state = world.process?.room?.state;
      if (!tab || !state || !world.stage.mayRestore(tab.player)) return false;
      const { id: person, school, role } = tab.player;
      const page = pick(deletedPages(state, { person, school, role }, world.time.now()), step.a)?.page;
      if (page === undefined) return false;
      world.act(tab, { kind: 'restore-page', subject: page }, (room, by) => room.restorePage({ by, page }));
      return true;
    },
  },
  {
    name: 'point',
    kind: 'page',
    weight: 7,
    run: (world, step) => {
      const tab = world.liveTabs.filter((one) => one.isUsable && world.stage.mayPoint(one))[
        step.who % Math.max(1, world.liveTabs.length)
      ];
      if (!tab) return false;
      const shown = pick([...targets(world, tab, 'page:'), 'page:page'], step.a) ?? 'page:page';
      const maySelect = world.stage.maySelect(tab.player);
      const selection = maySelect ? targets(world, tab, 'shape:').slice(0, step.a % 3) : [];
      const busy = step.b % 3 === 0;
      const x = step.a * 7 + (busy ? world.stage.hiddenShift(tab.player) : 0);
      tab.session.point({ page: shown, x, y: step.b * 5, busy, selection });
      return true;
    },
  },
];
