import { readFileSync } from 'node:fs';

import {
  equalJson,
  fieldOf,
  landings,
  powers,
  rulesOf,
  sight,
  stops,
  type Actor,
  type GovernEvent,
  type LandingMode,
  type Stop,
} from '@bridgeboard/domain';
import type { BoardMode, PupilLevel } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

import { aisha, bello, BoardWorld, cole, oliver, reed, zainab } from '../board-world.ts';
import { comment, page, richText, shape } from '../records.ts';
import { decided, drawn, put } from './start.ts';

const note = shape('note', 'note');
const actors = { pupil: oliver, guest: cole, staff: reed };
const modes: readonly LandingMode[] = ['held', 'own-school', 'open', 'late', 'marked'];

/** A table of the page by the heading above it: its rows, each as its cells. */
function tableUnder(heading: string): string[][] {
  const page = readFileSync(new URL('../../../../../docs/spec/decision-tables.md', import.meta.url), 'utf8');
  const section = page.split('\n## ').find((part) => part.startsWith(heading)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const word = (is: boolean): string => (is ? 'yes' : 'no');

describe('the tables of the page', () => {
  test('[SG-07] are those that the engine reads', () => {
    const tables = {
      sight: Object.entries(sight).map(([who, { held, school, board, putAway }]) => [
        who,
        ...[held, school, board, putAway].map(word),
      ]),
      landings: landings.map(({ role, level, what, whose, lands }) => [
        role,
        level,
        what,
        whose,
        ...modes.map((mode) => lands[mode]),
      ]),
      stops: Object.entries(stops).map(([stop, { pupil, guest, staff }]) => [
        stop,
        ...[pupil, guest, staff].map((code) => code ?? '–'),
      ]),
      powers: Object.entries(powers).map(([act, who]) => [
        act,
        who['own staff'],
        who['other staff'],
        who.pupil,
        who.system,
      ]),
    };
    expect(tableUnder('Who sees')).toEqual(tables.sight);
    expect(tableUnder('Where a change')).toEqual(tables.landings);
    expect(tableUnder('What stops')).toEqual(tables.stops);
    expect(tableUnder('Who may')).toEqual(tables.powers);
  });
});

/** What stands above the mode does so in the widest one too. */
function boardModeFor(mode: LandingMode): BoardMode {
  return mode === 'late' || mode === 'marked' ? 'open' : mode;
}

/** Where a change of somebody's released note, or comment on a note, really went, or how it was refused. */
function landingOf(change: {
  actor: Actor;
  level: PupilLevel;
  what: 'piece' | 'remark';
  author: Actor;
  mode: LandingMode;
}): string {
  const { actor, level, author, mode } = change;
  const remark = comment('comment', note.id);
  const words = mode === 'marked' ? 'gloop' : 'Nine fish?';
  const [record, set] =
    change.what === 'piece' ? [note, { x: 9, 'props.richText': richText(words) }] : [remark, { text: words }];
  const world = new BoardWorld();
  world.rule(null, { kind: 'allow-open', allowed: true });
  world.rule(null, { kind: 'set-mode', school: author.school, mode: 'open' });
  world.must(author, ...put(...new Set([note, record])));
  world.rule(null, { kind: 'set-mode', school: 'north', mode: boardModeFor(mode) });
  if (actor !== reed) world.rule(reed, { kind: 'change-member', person: actor.person, level });
  const outcome = world.edit(actor, [{ op: 'update', id: record.id, set }], mode === 'late');
  const [refused] = outcome.kind === 'entry' ? outcome.refused : [];
  if (refused) return refused.code;
  const { layers = [], base } = world.state.slots.get(record.id) ?? {};
  const isThere = base && Object.entries(set).every(([name, value]) => equalJson(fieldOf(base, name), value));
  return layers.at(-1)?.reach ?? (isThere ? 'board' : 'nowhere');
}

describe('the engine does what the tables say', () => {
  test.each(Object.entries(sight))('[SG-07] [P2] [P22] %s sees', (who, row) => {
    for (const reach of ['held', 'school', 'board'] as const) {
      for (const isAway of [false, true]) {
        const world = new BoardWorld();
        const id = drawn(world, oliver, note);
        if (reach !== 'held') decided(world, id, reach);
        if (isAway) world.hide(reed, note.id);
        const views = {
          author: world.seenBy(oliver),
          'own staff': world.seenBy(reed),
          'own pupils': world.seenBy(zainab),
          'other staff': world.seenBy(bello),
          'other pupils': world.seenBy(aisha),
          guests: world.seenByAll(),
        };
        const seen = views[who as keyof typeof views].has(note.id);
        expect(seen, `${reach} ${isAway}`).toBe(row[reach] && (!isAway || row.putAway));
      }
    }
  });

  test.each(landings)(
    '[SG-07] [P3] [P4] [P6] [CO5] a change lands: $role $level $what $whose',
    ({ role, level, what, whose, lands }) => {
      const others: Readonly<Record<typeof whose, readonly Actor[]>> = {
        own: [actors[role]],
        others: role === 'staff' ? [oliver, aisha, bello] : [zainab, aisha, reed, bello],
      };
      const actor = actors[role];
      for (const author of others[whose]) {
        for (const mode of modes) {
          expect(landingOf({ actor, level, what, author, mode }), `${author.person} ${mode}`).toBe(lands[mode]);
        }
      }
    },
  );

  const stopping: Readonly<Record<Stop, (world: BoardWorld, actor: Actor) => void>> = {
    away: (world, { person }) => world.rule(null, { kind: 'remove-member', person, why: 'left' }),
    outOfSight: (world) => world.rule(bello, { kind: 'stop-everything', isOn: true }),
    boardFrozen: (world) => world.rule(bello, { kind: 'freeze', whom: { all: true } }),
    schoolFrozen: (world) => world.rule(bello, { kind: 'freeze', whom: { school: 'north' } }),
    personFrozen: (world, { person, role }) => {
      // Staff cannot be frozen at all.
      if (role !== 'staff') world.rule(reed, { kind: 'freeze', whom: { person } });
    },
    outsideHours: (world) => {
      const hours = { days: [1], from: 0, to: 15 };
      world.rule(reed, { kind: 'set-hours', school: 'north', hours });
    },
    noTeacher: (world) => {
      world.rule(reed, { kind: 'needs-teacher', school: 'north', needed: true });
      world.teachersHere = [];
    },
  };

  test.each(Object.keys(stops) as Stop[])('[SG-07] [SG-29] [SG-30] [BP3] [P25] what stops an edit: %s', (stop) => {
    for (const actor of [oliver, cole, reed]) {
      const world = new BoardWorld();
      stopping[stop](world, actor);
      const outcome = world.edit(actor, put(note));
      expect(outcome.kind === 'refused' ? outcome.code : null, actor.role).toBe(stops[stop][actor.role]);
    }
  });

  /** Acts about the north school, its pupil and its work; `first` is what has to be there for them to mean something. */
  const events: Partial<Record<keyof typeof powers, { event: GovernEvent; first?: (world: BoardWorld) => void }>> = {
    setMode: { event: { kind: 'set-mode', school: 'north', mode: 'own-school' } },
    allowOpen: { event: { kind: 'allow-open', allowed: true } },
    needTeacher: { event: { kind: 'needs-teacher', school: 'north', needed: true } },
    cursorsOff: { event: { kind: 'cursors', shown: false } },
    stopEverything: { event: { kind: 'stop-everything', isOn: true } },
    lookFirst: { event: { kind: 'look-first', school: 'north', isOn: true } },
    setLevel: { event: { kind: 'set-level', school: 'north', level: 'view' } },
    setHours: { event: { kind: 'set-hours', school: 'north', hours: { days: [1, 2], from: 480, to: 960 } } },
    staffPage: { event: { kind: 'staff-page', page: 'page:page', isOn: true } },
    freezeBoard: { event: { kind: 'freeze', whom: { all: true } } },
    freezeSchool: { event: { kind: 'freeze', whom: { school: 'north' } } },
    freezePerson: { event: { kind: 'freeze', whom: { person: 'zainab' } } },
    unfreezePerson: { event: { kind: 'unfreeze', whom: { person: 'zainab' } } },
    changeMember: { event: { kind: 'change-member', person: 'zainab', level: 'all' } },
  };
  const deciders = { 'own staff': reed, 'other staff': bello, pupil: oliver, system: null } as const;

  test.each(Object.entries(events))('[SG-07] [SG-08] [SG-30] [P31] [GOV1] who may: %s', (act, { event }) => {
    for (const [who, actor] of Object.entries(deciders)) {
      const power = powers[act as keyof typeof powers][who as keyof typeof deciders];
      expect('entry' in new BoardWorld().govern(actor, event), who).toBe(power === 'yes');
    }
  });

  test('[SG-07] [SG-30] who may lift which freeze', () => {
    const setters = [reed, bello, null];
    for (const [act, whom] of [
      ['unfreezeBoard', { all: true }],
      ['unfreezeSchool', { school: 'north' }],
    ] as const) {
      for (const setter of setters) {
        for (const [who, actor] of Object.entries(deciders)) {
          const world = new BoardWorld();
          world.rule(setter, { kind: 'freeze', whom });
          const power = powers[act][who as keyof typeof deciders];
          const may = power === 'yes' || (power === 'theirs' && setter === actor);
          const outcome = world.govern(actor, { kind: 'unfreeze', whom });
          expect('entry' in outcome, `${act} ${setter?.person} ${who}`).toBe(may);
        }
      }
    }
  });

  test('[SG-07] [P31] pointers are shown again when each school that wanted none has taken its own wish back', () => {
    const areOff = (world: BoardWorld): boolean => rulesOf(world.state, () => null).cursorsOff;
    for (const setter of [reed, bello, null]) {
      for (const [who, actor] of Object.entries(deciders)) {
        const world = new BoardWorld();
        world.rule(setter, { kind: 'cursors', shown: false });
        const power = powers.cursorsOn[who as keyof typeof deciders];
        const may = power === 'yes' || (power === 'theirs' && setter === actor);
        expect('entry' in world.govern(actor, { kind: 'cursors', shown: true }), `${setter?.person} ${who}`).toBe(may);
        expect(areOff(world)).toBe(!may);
      }
    }
    const world = new BoardWorld();
    for (const by of [reed, bello]) world.rule(by, { kind: 'cursors', shown: false });
    world.rule(reed, { kind: 'cursors', shown: true });
    expect(areOff(world)).toBe(true);
    world.rule(bello, { kind: 'cursors', shown: true });
    expect(areOff(world)).toBe(false);
  });

  test('[SG-07] [P17] who may restore a page', () => {
    const second = page('second');
    for (const [who, actor] of Object.entries(deciders)) {
      if (!actor) continue;
      const world = new BoardWorld();
      world.must(reed, ...put(second));
      world.must(zainab, ...put({ ...note, parentId: second.id }));
      world.must(reed, { op: 'delete', id: second.id });
      const may = powers.restorePage[who as keyof typeof deciders] === 'yes';
      expect(world.deletedPages(actor).length, who).toBe(Number(may));
      expect('entry' in world.restorePage(actor, second.id), who).toBe(may);
    }
  });

  test('[SG-07] [P37] who may accept for the pupils of a school', () => {
    for (const [who, actor] of Object.entries(deciders)) {
      if (!actor) continue;
      const world = new BoardWorld();
      world.rule(null, { kind: 'look-first', school: 'north', isOn: true });
      world.rule(null, { kind: 'allow-open', allowed: true });
      world.rule(null, { kind: 'set-mode', school: 'south', mode: 'open' });
      world.must(aisha, ...put(note));
      const [item] = world.waitingForLook(reed);
      const may = powers.accept[who as keyof typeof deciders] === 'yes';
      expect('entry' in world.accept(actor, item ?? ''), who).toBe(may);
      expect(world.seenBy(zainab).has(note.id), who).toBe(may);
    }
  });

  test('[SG-07] [P8] [P22] who may decide on work and put it away', () => {
    for (const [who, actor] of Object.entries(deciders)) {
      if (!actor) continue;
      const world = new BoardWorld();
      const id = drawn(world, zainab, note);
      const hash = world.caseFor(reed, id)?.hash ?? '';
      const judged = world.decide(actor, { case: id, verdict: 'board', hash });
      expect('entry' in judged, who).toBe(powers.decide[who as keyof typeof deciders] === 'yes');
      if ('refused' in judged) decided(world, id, 'board');
      const may = powers.putAway[who as keyof typeof deciders] === 'yes';
      expect('entry' in world.hide(actor, note.id), who).toBe(may);
    }
  });
});
