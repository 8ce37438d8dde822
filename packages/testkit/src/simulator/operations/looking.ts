import type { Role } from '@bridgeboard/protocol';

import type { Person } from '../../../../../apps/server/src/rooms/live-board.ts';
import type { Room } from '../../../../../apps/server/src/rooms/room.ts';
import type { ServerPages } from '../server/server-pages.ts';
import type { Operation, Step } from './operation.ts';
import { actingTab, pick } from './picking.ts';

interface Glance {
  readonly room: Room;
  readonly by: Person;
  readonly step: Step;
  readonly pages: ServerPages;
  /** Somebody of the board, whoever it is. */
  readonly person: string;
  /** Now, in ms. */
  readonly at: number;
}

type Look = (glance: Glance) => unknown;

/** What routes read of a board for anybody on it. */
const everybodys: readonly Look[] = [
  ({ room }) => ({ ...room.reader.guestView(), items: [...room.reader.guestView().items] }),
  ({ room, by }) => [...room.reader.viewFor(by)],
  ({ room, by }) => room.reader.deletedPages(by),
  ({ room }) => room.reader.rules(),
];

/** What they read for staff besides. */
const staffs: readonly Look[] = [
  ({ room, by }) => room.reader.past.moments(by),
  async ({ room, by, at, step }) => {
    const seen = await room.reader.past.viewAt(by, at - 1_000 * (step.b % 30));
    return 'refused' in seen ? seen : { ...seen, records: [...seen.records] };
  },
  ({ room, by, person, at, step }) =>
    room.people.previewRewind({ by, person, from: at - 1_000 * (1 + (step.b % 30)), to: at }),
  ({ room, by, at, step }) => room.people.previewBringBack({ by, moment: at - 1_000 * (1 + (step.b % 30)) }),
  ({ room, by }) => room.reader.openCases(by.school),
  ({ room, by, step }) => room.reader.lookedAt(by, step.b % 2 === 0 ? 'waiting' : 'accepted'),
  ({ room, by }) => room.reader.permissions(by.school),
  ({ room, by, person }) => room.reader.piecesOf(by, person),
];

/** What the server draws for staff, and what it lists for them; for everybody else the board as they see it. */
const drawings: readonly Look[] = [
  ({ room, by, pages }) => pages.picture(room, by),
  ({ room, by, pages, step }) => pages.casePicture(room, by, step.b),
  ({ by, pages }) => pages.queues(by),
  ({ room, pages }) => pages.guestPicture(room),
];

function looks(kinds: (role: Role) => readonly Look[]): Operation['run'] {
  return (world, step) => {
    const tab = actingTab(world, step);
    const look = tab && pick(kinds(tab.player.role), step.a);
    const person = pick(world.tabs, step.b)?.player.id;
    if (!tab || !look || person === undefined) return false;
    const at = world.time.now();
    world.act(tab, { kind: 'look', subject: person }, async (room, by) => {
      const pages = world.process?.pages;
      return pages ? look({ room, by, pages, step, person, at }) : null;
    });
    return true;
  };
}

/** Looks at what is read over HTTP, which must tell no more than the sockets do. */
export const looking: readonly Operation[] = [
  {
    name: 'look',
    kind: 'act',
    weight: 2,
    run: looks((role) => (role === 'staff' ? [...everybodys, ...staffs] : everybodys)),
  },
  {
    name: 'look at drawings and lists',
    kind: 'act',
    weight: 1.5,
    run: looks((role) => (role === 'staff' ? drawings : drawings.slice(0, 1))),
  },
];
