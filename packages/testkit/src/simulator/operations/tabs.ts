import { oldestSupported, protocolVersion } from '@bridgeboard/protocol';

import type { Tab } from '../client/tab.ts';
import type { World } from '../world.ts';
import type { Operation, Step } from './operation.ts';
import { pick } from './picking.ts';

/** More tabs than this say nothing that these do not. */
const mostTabs = 9;

function anyTab(world: World, step: Step): Tab | undefined {
  return pick(
    world.liveTabs.filter(({ player }) => world.stage.mayHaveTroubles(player)),
    step.who,
  );
}

function another(world: World, step: Step, device: (tab: Tab) => string): boolean {
  const tab = anyTab(world, step);
  if (!tab || world.liveTabs.length >= mostTabs || !world.stage.mayAct(tab.player)) return false;
  world.openTab(tab.player, device(tab));
  return true;
}

function deviceNameOf(tab: Tab): string {
  return tab.device.name.slice(tab.player.key.length + 1);
}

/** Ends a tab and opens it again at once, or a moment later. */
function comesAgain(how: { isWarned: boolean; protocol?: (step: Step) => number }): Operation['run'] {
  const { isWarned, protocol } = how;
  return (world, step) => {
    const tab = anyTab(world, step);
    if (!tab || tab.device.isAsleep) return false;
    const again = (): unknown => world.openTab(tab.player, deviceNameOf(tab), protocol?.(step));
    tab.end({ isWarned, after: () => world.time.after(step.b * 4, again) });
    return true;
  };
}

/** What becomes of tabs and machines. */
export const tabs: readonly Operation[] = [
  { name: 'reload', kind: 'page', weight: 1.5, run: comesAgain({ isWarned: true }) },
  { name: 'kill and come again', kind: 'page', weight: 1.5, run: comesAgain({ isWarned: false }) },
  {
    // REL-17: a tab that was left open over an update is told by each server what a page of its age knows.
    name: 'come with an older page',
    kind: 'page',
    weight: 0.7,
    run: comesAgain({
      isWarned: true,
      protocol: ({ a }) => oldestSupported + (a % (protocolVersion - oldestSupported)),
    }),
  },
  { name: 'second tab', kind: 'page', weight: 1, run: (world, step) => another(world, step, deviceNameOf) },
  { name: 'second device', kind: 'page', weight: 1, run: (world, step) => another(world, step, () => 'tablet') },
  {
    name: 'close a tab',
    kind: 'page',
    weight: 1,
    run: (world, step) => {
      const tab = anyTab(world, step);
      const isLast = world.liveTabs.filter((one) => one.player === tab?.player).length < 2;
      if (!tab || isLast || tab.device.isAsleep) return false;
      tab.end({ isWarned: step.a % 2 === 0 });
      return true;
    },
  },
  {
    name: 'dismiss',
    kind: 'act',
    weight: 0.4,
    run: (world, step) => {
      const tab = pick(
        world.liveTabs.filter(({ player }) => player.role === 'pupil' && world.stage.mayHaveTroubles(player)),
        step.who,
      );
      if (!tab || world.dismissed.size > 0) return false;
      world.dismiss(tab.player);
      return true;
    },
  },
  {
    name: 'let in again',
    kind: 'act',
    weight: 0.8,
    run: (world) => world.letInAgain(),
  },
];
