import { createBoardState, ShowingTeller, WholeActs, type Showing } from '@bridgeboard/domain';
import { describe, expect, test } from 'vitest';

import { bello, BoardWorld, oliver, reed } from '../board-world.ts';
import { leave } from '../leaving.ts';
import { shape } from '../records.ts';
import { decided, drawn, released } from './start.ts';

const note = shape('note', 'note');

function showings(world: BoardWorld): Omit<Showing, 'record'>[] {
  const state = createBoardState({ board: 'board', schools: ['north', 'south'], epoch: '' });
  const teller = new ShowingTeller(state, { school: 'north', isAbout: ({ id }) => id === note.id });
  for (const act of new WholeActs().take(world.journal)) teller.take(act);
  return teller.showings().map(({ school, from, until }) => ({ school, from, until }));
}

const open = { until: null };

describe('who saw a piece', () => {
  test('[HIST8] nobody while it waits, its own school once it is let out there, the others with the board', () => {
    const world = new BoardWorld();
    const review = drawn(world, oliver, note);
    expect(showings(world)).toEqual([]);
    world.wait();
    decided(world, review, 'school');
    const atSchool = world.now;
    expect(showings(world)).toEqual([{ school: 'north', from: atSchool, ...open }]);
    world.wait();
    decided(world, review, 'board');
    expect(showings(world)).toEqual([
      { school: 'north', from: atSchool, ...open },
      { school: 'south', from: world.now, ...open },
    ]);
  });

  test('[HIST8] [P39] it ends with putting away, and with a stop, and begins anew', () => {
    const world = new BoardWorld();
    released(world, note);
    const from = world.now;
    world.now += 1_000;
    world.hide(reed, note.id, true);
    const away = world.now;
    world.now += 1_000;
    world.hide(reed, note.id, false);
    const back = world.now;
    world.now += 1_000;
    world.rule(reed, { kind: 'stop-everything', isOn: true });
    expect(showings(world).filter(({ school }) => school === 'south')).toEqual([
      { school: 'south', from, until: away },
      { school: 'south', from: back, until: world.now },
    ]);
    expect(
      showings(world)
        .filter(({ school }) => school === 'north')
        .at(-1),
    ).toEqual({ school: 'north', from: back, ...open });
  });

  test('[HIST8] [P36] what another school lets its own pupils see, and when, is not told', () => {
    const told = [false, true].map((isAccepted) => {
      const world = new BoardWorld();
      world.rule(bello, { kind: 'look-first', school: 'south', isOn: true });
      released(world, note);
      world.now += 1_000;
      if (isAccepted) world.accept(bello, note.id);
      return showings(world);
    });
    expect(told[1]).toEqual(told[0]);
    expect(told[0]).toMatchObject([{ school: 'north' }, { school: 'south', until: null }]);
  });

  test('[HIST8] [HIST9] it is told of a school that left, also where the board as it is now does not name it', () => {
    const world = new BoardWorld();
    released(world, note);
    const from = world.now;
    world.now += 1_000;
    leave(world, 'south');
    const state = createBoardState({ board: 'board', schools: ['north'], epoch: '' });
    const teller = new ShowingTeller(state, { school: 'north', isAbout: ({ author }) => author === oliver.person });
    for (const act of new WholeActs().take(world.journal)) teller.take(act);
    const south = teller.showings().filter(({ school }) => school === 'south');
    expect(south).toEqual([{ record: note.id, school: 'south', from, until: world.now }]);
  });

  test('[HIST8] a school that left saw it until then', () => {
    const world = new BoardWorld();
    released(world, note);
    world.now += 1_000;
    leave(world, 'south');
    expect(showings(world).find(({ school }) => school === 'south')).toMatchObject({ until: world.now });
  });
});
