import { viewerOf, type Viewer } from '@bridgeboard/domain';
import type { QueueLine } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { drawBoard } from '../../../../../apps/server/src/boards/board-picture.ts';
import { drawCase } from '../../../../../apps/server/src/moderation/case-picture.ts';
import { QueueFeed } from '../../../../../apps/server/src/moderation/queue-feed.ts';
import { ReviewQueue } from '../../../../../apps/server/src/moderation/queue.service.ts';
import { wholeQueueFor } from '../../../../../apps/server/src/moderation/whole-queue.ts';
import { createPictureConsent } from '../../../../../apps/server/src/picture-consent.ts';
import { createPictureGatherer, type GatherFor } from '../../../../../apps/server/src/picture-addresses.ts';
import { actingPerson, actorOf } from '../../../../../apps/server/src/rooms/acting-person.ts';
import type { LiveBoards, Person } from '../../../../../apps/server/src/rooms/live-board.ts';
import { loadBoard } from '../../../../../apps/server/src/rooms/load-board.ts';
import { queueLinesOf } from '../../../../../apps/server/src/rooms/queue-lines.ts';
import type { Room } from '../../../../../apps/server/src/rooms/room.ts';
import { createSchoolBriefs } from '../../../../../apps/server/src/school-briefs.ts';
import { TextChecks } from '../../../../../apps/server/src/text-checks.ts';
import { board, schools } from '../cast.ts';
import { pictureStore } from './picture-store.ts';

/** A picture that the server drew, and for whom. */
export interface Drawn {
  readonly viewer: Viewer;
  readonly text: string;
}

/** As the answer to a request. */
interface Drawing {
  readonly drawing: string;
}

interface PagesParts {
  readonly storage: Storage;
  readonly boards: LiveBoards;
  readonly now: () => number;
  readonly onDrawn: (drawn: Drawn) => void;
  readonly onError: (what: string, reason: unknown) => void;
}

/** One for all worlds: to make one takes longer than a history. */
const textChecks = new TextChecks({ school: async (id) => schools.find((one) => one.id === id) ?? null });

/** What pages are given of a board besides what travels to sessions: drawings, and lists of what waits. */
export class ServerPages {
  readonly #parts: PagesParts;
  readonly #gatherFor: GatherFor;
  readonly #queue: ReviewQueue;
  readonly #feed: QueueFeed;

  constructor(parts: PagesParts) {
    this.#parts = parts;
    const { storage, boards, now, onError } = parts;
    const { directory, queue, journal } = storage;
    const mayShow = createPictureConsent(directory);
    this.#gatherFor = createPictureGatherer({ ...pictureStore, mayShow, isSealed: async () => false });
    const schoolBrief = createSchoolBriefs(directory);
    this.#queue = new ReviewQueue({ boards, directory, queue, schoolBrief, textChecks, clock: { now } });
    this.#feed = new QueueFeed({ queue, journal, onError, allLines: (id) => this.#allLines(id) });
  }

  /** As at each start, before anybody is let in. */
  catchUp(): Promise<void> {
    return this.#feed.catchUp([board.id]);
  }

  onQueue(id: string, seq: number, lines: readonly QueueLine[]): void {
    this.#feed.after(id, seq, lines);
  }

  /** The board as this person sees it. */
  async picture(room: Room, by: Person): Promise<Drawing> {
    const items = room.reader.viewFor(by);
    return this.#drawn(room, by, await drawBoard({ ...looks, items, gather: this.#gatherFor(by) }));
  }

  /** The board as guests see it. */
  async guestPicture(room: Room): Promise<Drawing> {
    const { items } = room.reader.guestView();
    return this.#drawn(room, null, await drawBoard({ ...looks, items, gather: this.#gatherFor('others') }));
  }

  /** Something that waits, where it will hang or alone; null where nothing does. */
  async casePicture(room: Room, by: Person, number: number): Promise<Drawing | null> {
    const open = room.reader.openCases(by.school);
    const of = open[number % Math.max(1, open.length)]?.case;
    if (!of) return null;
    const view = number % 2 === 0 ? ('place' as const) : ('close' as const);
    const how = { view, isTall: false, theme: 'light', gather: this.#gatherFor(by) } as const;
    return this.#drawn(room, by, await drawCase({ of, items: room.reader.viewFor(by), ...how }));
  }

  /** What waits for staff on this board, and on all. */
  async queues(by: Person): Promise<unknown> {
    const { storage, now } = this.#parts;
    const { queue, directory, catalogue } = storage;
    const facts = await catalogue.board(board.id);
    if (!facts) return null;
    const schoolBrief = createSchoolBriefs(directory);
    const about = { queue, directory, schoolBrief, boardFor: async () => facts };
    const { queue: whole } = await wholeQueueFor(about, { person: by, known: '' });
    const [items, waiting] = [await this.#queue.itemsOn(facts, by), await this.#queue.waitingBoards(by)];
    return { whole, items, waiting, long: await this.#queue.waitingLong(by, new Set([board.id])), now: now() };
  }

  #drawn(room: Room, by: Person | null, text: string): Drawing {
    const viewer: Viewer = by ? viewerOf(actorOf(actingPerson(room.state, by) ?? by)) : { kind: 'guests' };
    this.#parts.onDrawn({ viewer, text });
    return { drawing: text };
  }

  /** Read beside the faults of the store: they are met by whoever opens the board. */
  async #allLines(id: string): Promise<{ seq: number; lines: QueueLine[] }> {
    const { journal, catalogue } = this.#parts.storage;
    const state = await loadBoard(journal, { board: id, schools: (await catalogue.board(id))?.schools ?? [] });
    return { seq: state.seq, lines: queueLinesOf(state, new Set([...state.cases.entries()].map(([one]) => one))) };
  }
}

const looks = { title: board.title, theme: 'light' } as const;
