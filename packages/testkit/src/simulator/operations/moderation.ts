import { waitingForLook } from '@bridgeboard/domain';
import type { CaseView, Verdict } from '@bridgeboard/protocol';

import { canary } from '../canary.ts';
import type { Tab } from '../client/tab.ts';
import type { World } from '../world.ts';
import type { Operation, Step } from './operation.ts';
import { actingTab, pick, targets } from './picking.ts';

/** Cases that this tab shows to staff and that the history leaves to them, in an order that is the same in twin worlds. */
function casesOn(world: World, tab: Tab, ...statuses: readonly CaseView['status'][]): CaseView[] {
  const all = [...tab.session.cases.value.values()];
  const isLeft = ({ status, by }: CaseView): boolean =>
    statuses.includes(status) && world.stage.mayDecide(tab.player, by);
  // Of those opened at once, not by their ids: the server makes those up.
  const about = ({ page, records }: CaseView): string => `${page} ${records.join(' ')}`;
  return all.filter(isLeft).toSorted((a, b) => a.openedAt - b.openedAt || (about(a) < about(b) ? -1 : 1));
}

/** A note of staff: seen by the author and by staff of that school alone. */
function noteFor(step: Step): string {
  return `again, please ${canary('note', step.n)}`;
}

function decides(verdict: Verdict): Operation['run'] {
  return (world, step) => {
    const tab = actingTab(world, step, 'staff');
    const found = tab && pick(casesOn(world, tab, 'waiting', 'returned', 'drawing'), step.a);
    if (!tab || !found) return false;
    const note = verdict === 'return' ? noteFor(step) : undefined;
    const act = { case: found.id, verdict, hash: found.hash ?? '', note };
    world.act(tab, { kind: 'decision', subject: found.id }, ({ reader }, by) => reader.decide({ by, ...act }));
    return true;
  };
}

function putsAway(hidden: boolean): Operation['run'] {
  return (world, step) => {
    const tab = actingTab(world, step, 'staff');
    const record = tab && pick(targets(world, tab, 'shape:'), step.a);
    if (!tab || record === undefined) return false;
    world.act(tab, { kind: 'hide', subject: record }, ({ reader }, by) => reader.hide({ by, record, hidden }));
    return true;
  };
}

/** Lets the own pupils see some of what waits for it, as it stood when it was looked at. */
const accepts: Operation['run'] = (world, step) => {
  const tab = actingTab(world, step, 'staff');
  const state = world.process?.room?.state;
  if (!tab || !state) return false;
  const { id: person, school, role } = tab.player;
  const waiting = waitingForLook(state, { person, school, role });
  const records = waiting.filter((_, i) => (i + step.a) % 3 > 0);
  const [first] = records;
  if (!first) return false;
  world.act(tab, { kind: 'accept', subject: first.record }, ({ reader }, by) => reader.accept({ by, records }));
  return true;
};

const takesBack: Operation['run'] = (world, step) => {
  const tab = actingTab(world, step, 'staff');
  const record = tab && pick(targets(world, tab, 'shape:'), step.a);
  if (!tab || record === undefined) return false;
  const act = { kind: 'accept', subject: record } as const;
  world.act(tab, act, ({ reader }, by) => reader.takeBackAccepted({ by, records: [record] }));
  return true;
};

/** What staff do about pupils' work. */
export const moderation: readonly Operation[] = [
  { name: 'approve', kind: 'act', weight: 5, run: decides('board') },
  { name: 'let the school see', kind: 'act', weight: 3, run: decides('school') },
  { name: 'send back', kind: 'act', weight: 1.5, run: decides('return') },
  { name: 'reject', kind: 'act', weight: 1.5, run: decides('reject') },
  {
    name: 'undo a decision',
    kind: 'act',
    weight: 1.5,
    run: (world, step) => {
      const tab = actingTab(world, step, 'staff');
      const found = tab && pick(casesOn(world, tab, 'approved', 'rejected', 'returned'), step.a);
      if (!tab || !found) return false;
      world.act(tab, { kind: 'undo-decision', subject: found.id }, ({ reader }, by) =>
        reader.undoDecision({ by, case: found.id }),
      );
      return true;
    },
  },
  { name: 'hide', kind: 'act', weight: 1.5, run: putsAway(true) },
  { name: 'accept', kind: 'act', weight: 3, run: accepts },
  { name: 'take back what was accepted', kind: 'act', weight: 0.8, run: takesBack },
  { name: 'show', kind: 'act', weight: 1, run: putsAway(false) },
];
