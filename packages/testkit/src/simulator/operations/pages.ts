import { deletedPages } from '@bridgeboard/domain';

import { page } from '../../engine/records.ts';
import type { Operation } from './operation.ts';
import { actingTab, pick, recordIdFor, targets, wordsFor } from './picking.ts';

const createPage: Operation['run'] = (world, step) => {
  const tab = actingTab(world, step, step.b % 5 === 0 ? undefined : 'staff');
  const record = { ...page('any'), id: recordIdFor('page', step), name: wordsFor(step), index: `a${step.a % 9}V` };
  tab?.do([{ op: 'create', record }]);
  return tab !== undefined;
};

const deletePage: Operation['run'] = (world, step) => {
  const tab = actingTab(world, step, 'staff');
  const id = tab && pick(targets(world, tab, 'page:'), step.a);
  if (id !== undefined) tab?.do([{ op: 'delete', id }]);
  return id !== undefined;
};

const restorePage: Operation['run'] = (world, step) => {
  const tab = actingTab(world, step, 'staff');
  const state = world.process?.room?.state;
  if (!tab || !state) return false;
  const { id: person, school, role } = tab.player;
  const mayRestore = world.stage.mayRestore(tab.player);
  const deleted = mayRestore ? deletedPages(state, { person, school, role }, world.time.now()) : [];
  const found = pick(deleted, step.a)?.page;
  // Else one goes, or comes, that can be restored later: chance alone would hardly ever get there.
  if (found === undefined) return (targets(world, tab, 'page:').length > 1 ? deletePage : createPage)(world, step);
  world.act(tab, { kind: 'restore-page', subject: found }, (room, by) => room.restorePage({ by, page: found }));
  return true;
};

export const pages: readonly Operation[] = [
  { name: 'create a page', kind: 'edit', weight: 1, run: createPage },
  { name: 'delete a page', kind: 'edit', weight: 0.5, run: deletePage },
  { name: 'restore a page', kind: 'act', weight: 5, run: restorePage },
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
