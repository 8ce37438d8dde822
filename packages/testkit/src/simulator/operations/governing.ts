import type { Frozen, GovernEvent } from '@bridgeboard/domain';
import type { BoardMode, PupilLevel } from '@bridgeboard/protocol';

import type { Tab } from '../client/tab.ts';
import type { World } from '../world.ts';
import type { Operation, Step } from './operation.ts';
import { actingTab, pick } from './picking.ts';

const modes: readonly BoardMode[] = ['own-school', 'open', 'held', 'own-school', 'open'];
const levels: readonly PupilLevel[] = ['all', 'own', 'view', 'all', 'comment'];

/** Something that staff do about the rules, or about who stands how; false where the history has no use for it. */
function governs(make: (about: { world: World; tab: Tab; step: Step }) => GovernEvent | null): Operation['run'] {
  return (world, step) => {
    const tab = actingTab(world, step, 'staff');
    const event = tab && make({ world, tab, step });
    if (!tab || !event || !world.stage.mayGovern(event)) return false;
    world.act(tab, { kind: 'govern', subject: event.kind }, (room, by) => room.govern({ by, event }));
    return true;
  };
}

/** Somebody of the same school who is, or has been, on the board in this history. */
function colleague(world: World, tab: Tab, step: Step): string | undefined {
  const people = new Set(world.tabs.map(({ player }) => player));
  const near = [...people].filter(({ school, id }) => school === tab.player.school && id !== tab.player.id);
  return pick(near, step.b)?.id;
}

/** What staff do about such a colleague. */
function governsOne(make: (person: string, step: Step) => GovernEvent): Operation['run'] {
  return governs(({ world, tab, step }) => {
    const person = colleague(world, tab, step);
    return person === undefined ? null : make(person, step);
  });
}

function frozen(world: World, tab: Tab, step: Step): Frozen {
  const person = colleague(world, tab, step);
  if (step.a % 3 === 0 && person !== undefined) return { person };
  return step.a % 3 === 1 ? { all: true } : { school: tab.player.school };
}

/** Takes back what a pupil of the own school drew in the last so many seconds (P26). */
const rewind: Operation['run'] = (world, step) => {
  const tab = actingTab(world, step, 'staff');
  const near = world.tabs.filter(
    ({ player }) => player.school === tab?.player.school && player !== tab.player && world.stage.mayAct(player),
  );
  const person = pick(near, step.b)?.player.id;
  if (!tab || person === undefined) return false;
  const to = world.time.now();
  const span = { person, from: to - 1_000 * (1 + (step.a % 30)), to };
  world.act(tab, { kind: 'rewind', subject: person }, (room, by) => room.people.rewind({ by, ...span }));
  return true;
};

/** Brings the board back by so many seconds, as far as that is theirs (HIST7). */
const bringBack: Operation['run'] = (world, step) => {
  const tab = actingTab(world, step, 'staff');
  if (!tab || !world.stage.mayRestore(tab.player)) return false;
  const moment = world.time.now() - 1_000 * (1 + (step.a % 30));
  world.act(tab, { kind: 'rewind', subject: tab.player.id }, (room, by) => room.people.bringBack({ by, moment }));
  return true;
};

/** What staff do about the rules of a board and about its people. */
export const governing: readonly Operation[] = [
  {
    name: 'set the mode',
    kind: 'act',
    weight: 2,
    run: governs(({ tab, step }) => ({
      kind: 'set-mode',
      school: tab.player.school,
      mode: pick(modes, step.a) ?? 'held',
    })),
  },
  { name: 'rewind', kind: 'act', weight: 1, run: rewind },
  { name: 'bring the board back', kind: 'act', weight: 0.3, run: bringBack },
  {
    name: 'freeze',
    kind: 'act',
    weight: 0.8,
    run: governs(({ world, tab, step }) => ({ kind: 'freeze', whom: frozen(world, tab, step) })),
  },
  {
    name: 'unfreeze',
    kind: 'act',
    weight: 1.6,
    run: governs(({ world, tab, step }) => ({ kind: 'unfreeze', whom: frozen(world, tab, step) })),
  },
  {
    name: 'stop everything',
    kind: 'act',
    weight: 0.3,
    run: governs(() => ({ kind: 'stop-everything', isOn: true })),
  },
  {
    name: 'let everything go on',
    kind: 'act',
    weight: 1.2,
    run: governs(() => ({ kind: 'stop-everything', isOn: false })),
  },
  {
    name: 'switch pointers',
    kind: 'act',
    weight: 0.8,
    run: governs(({ step }) => ({ kind: 'cursors', shown: step.a % 2 === 0 })),
  },
  {
    name: 'ask for a teacher',
    kind: 'act',
    weight: 0.8,
    run: governs(({ tab, step }) => ({
      kind: 'needs-teacher',
      school: tab.player.school,
      needed: step.a % 2 === 0,
    })),
  },
  {
    name: 'look first',
    kind: 'act',
    weight: 1.2,
    run: governs(({ tab, step }) => ({ kind: 'look-first', school: tab.player.school, isOn: step.a % 4 > 0 })),
  },
  {
    name: 'change a level',
    kind: 'act',
    weight: 1.2,
    run: governsOne((person, step) => ({ kind: 'change-member', person, level: pick(levels, step.a) })),
  },
  {
    name: 'set the level of a school',
    kind: 'act',
    weight: 0.4,
    run: governs(({ tab, step }) => ({
      kind: 'set-level',
      school: tab.player.school,
      level: pick(levels, step.a) ?? 'own',
    })),
  },
  {
    name: 'set hours',
    kind: 'act',
    weight: 0.4,
    run: governs(({ tab, step }) => ({
      kind: 'set-hours',
      school: tab.player.school,
      hours: step.a % 3 === 0 ? { days: [1 + (step.b % 7)], from: 480, to: 960 } : null,
    })),
  },
  {
    name: 'keep a page for staff',
    kind: 'act',
    weight: 0.4,
    run: governs(({ step }) => ({ kind: 'staff-page', page: 'page:page', isOn: step.a % 3 === 0 })),
  },
  {
    name: 'change a role',
    kind: 'act',
    weight: 0.4,
    run: governsOne((person, step) => ({ kind: 'change-member', person, role: step.a % 2 === 0 ? 'pupil' : 'staff' })),
  },
  {
    name: 'take somebody off the board',
    kind: 'act',
    weight: 0.4,
    run: governsOne((person, step) => ({
      kind: 'remove-member',
      person,
      why: step.a % 2 === 0 ? 'left' : 'suspended',
    })),
  },
  {
    name: 'take somebody back',
    kind: 'act',
    weight: 0.8,
    run: (world, step) => {
      const tab = actingTab(world, step, 'staff');
      const person = tab && colleague(world, tab, step);
      if (!tab || person === undefined || !world.stage.mayGovern({ kind: 'return-member', person })) return false;
      world.act(tab, { kind: 'govern', subject: 'return-member' }, (room, by) =>
        room.govern({ by, event: { kind: 'return-member', person } }),
      );
      world.time.after(500, () => world.loadAnew(person));
      return true;
    },
  },
];
