import type { Tab } from '../client/tab.ts';
import type { World } from '../world.ts';
import type { Operation } from './operation.ts';
import { actingTab, pick, targets } from './picking.ts';

/** Reports something: the board keeps it away, and whoever reports it learns no more than that it was taken (P38). */
export function report(world: World, tab: Tab, record: string): void {
  world.act(tab, { kind: 'report', subject: record }, ({ reader }) => reader.keepAway(record).then(() => null));
}

/** A report is over, as whoever looks after it says on a page of their own. */
export function endReport(world: World, tab: Tab, record: string): void {
  world.reported.delete(record);
  world.act(tab, { kind: 'end-report', subject: record }, ({ reader }) => reader.letBack([record]).then(() => null));
}

/** What people say is wrong on a board, and what becomes of that. */
export const reporting: readonly Operation[] = [
  {
    name: 'report',
    kind: 'act',
    weight: 0.8,
    run: (world, step) => {
      const tab = actingTab(world, step);
      const record = tab && pick(targets(world, tab, 'shape:'), step.a);
      if (!tab || record === undefined) return false;
      world.reported.add(record);
      report(world, tab, record);
      return true;
    },
  },
  {
    name: 'end a report',
    kind: 'act',
    weight: 0.8,
    run: (world, step) => {
      const tab = actingTab(world, step, 'staff');
      const record = tab && pick([...world.reported].toSorted(), step.a);
      if (!tab || record === undefined) return false;
      endReport(world, tab, record);
      return true;
    },
  },
];
