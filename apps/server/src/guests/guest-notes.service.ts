import { textOf } from '@bridgeboard/picture';
import type { BoardRecord, GuestNote, GuestNoteColor, Op } from '@bridgeboard/protocol';
import { RateLimiterMemory } from 'rate-limiter-flexible';

import { Refused } from '../http/refusal.ts';
import type { LiveBoard, LiveBoards, Participant } from '../rooms/live-board.ts';
import { outboxOf, type NoteOfGuest } from '../rooms/room-guests.ts';
import type { GuestLinks, Visit } from './guest-links.service.ts';
import { freePlace, isInLockedFrame, middleOf, newNote, wordsOfNote } from './note-record.ts';

interface Parts {
  readonly links: Pick<GuestLinks, 'remember'>;
  readonly boards: LiveBoards;
}

/** One change of one note. Its number makes that it is taken once, however often it is sent. */
interface NoteChange {
  readonly note: string;
  readonly rev: number;
}

interface NoteWish extends NoteChange {
  readonly text: string;
  readonly color: GuestNoteColor;
  readonly page: string;
  readonly at: { readonly x: number; readonly y: number } | null;
}

/** Changes of notes that a guest may make in an hour. */
const mostChangesPerHour = 30;

/** A guest as the engine knows them: of the school that asked them in, by the id of the link (BP8). */
export function asGuest({ pass }: Visit): Participant {
  return { id: pass.id, name: pass.name, school: pass.school, role: 'guest' };
}

/** What guests add to boards, which waits for staff of the school that asked them in, whatever the mode (BP8). */
export class GuestNotes {
  readonly #parts: Parts;
  readonly #changes = new RateLimiterMemory({ keyPrefix: 'guest-notes', points: mostChangesPerHour, duration: 3_600 });

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Own notes of a guest with what became of them, the newest first. */
  async of(visit: Visit): Promise<GuestNote[]> {
    const live = await this.#parts.boards.open(visit.board.id);
    return live.guests.notesOf(asGuest(visit)).map(told);
  }

  /**
   * Adds a note, or changes one that is there.
   * @throws Refused FORBIDDEN where the link is for looking on alone; LOCKED, NOT_FOUND for a page that is not the guest's to write on;
   * RATE, QUOTA and whatever the board answers an edit
   */
  async put(visit: Visit, wish: NoteWish): Promise<GuestNote[]> {
    const live = await this.#mayChange(visit, wish);
    if (live === null) return this.of(visit);
    const guest = asGuest(visit);
    const own = live.guests.notesOf(guest);
    const known = own.find(({ id, record, status }) => id === wish.note && record !== null && status !== 'rejected');
    const words = wordsOfNote(wish.text, wish.color);
    await this.#parts.links.remember(visit);
    await this.#send(live, { ...wish, guest }, known ? changeOf(wish.note, words) : create(wish, { live, own, words }));
    return this.of(visit);
  }

  /** Takes an own note back. */
  async takeBack(visit: Visit, change: NoteChange): Promise<GuestNote[]> {
    const live = await this.#mayChange(visit, change);
    if (live) await this.#send(live, { ...change, guest: asGuest(visit) }, { op: 'delete', id: change.note });
    return this.of(visit);
  }

  /** The board, where this is to be done now; null where it has been done, and the answer was lost. */
  async #mayChange(visit: Visit, { note, rev }: NoteChange): Promise<LiveBoard | null> {
    if (visit.pass.adds !== true) throw new Refused('FORBIDDEN');
    if (!note.startsWith('shape:')) throw new Refused('BAD_ID');
    const live = await this.#parts.boards.open(visit.board.id);
    const taken = live.guests.revOf(visit.pass.id, note);
    if (rev < taken) return null;
    if (rev > taken + 1) throw new Refused('CHANGED');
    if (rev === taken) return live;
    const stopped = live.refusalToWrite(asGuest(visit));
    if (stopped) throw new Refused(stopped);
    const spent = await this.#changes.get(visit.pass.id);
    if (spent && spent.remainingPoints <= 0) throw new Refused('RATE', { retryAfterMs: spent.msBeforeNext });
    return live;
  }

  async #send(live: LiveBoard, { guest, note, rev }: NoteChange & { guest: Participant }, op: Op): Promise<void> {
    const result = await live.edit(guest, { client: outboxOf(note), seq: rev, ops: [op] });
    if ('refused' in result) throw new Refused(result.refused);
    if ('resendFrom' in result) throw new Refused('CHANGED');
    // What had to wait or was sent twice costs nothing of the hour.
    await this.#changes.consume(guest.id).catch(() => undefined);
    const [refusal] = result.answer.refused ?? [];
    if (refusal) throw new Refused(refusal.code);
  }
}

function changeOf(id: string, words: ReturnType<typeof wordsOfNote>): Op {
  return {
    op: 'update',
    id,
    set: Object.fromEntries(Object.entries(words).map(([name, value]) => [`props.${name}`, value])),
  };
}

function create(
  wish: NoteWish,
  about: { live: LiveBoard; own: readonly NoteOfGuest[]; words: ReturnType<typeof wordsOfNote> },
): Op {
  const { note: id, page, at } = wish;
  const { live, own, words } = about;
  const { items } = live.guestView();
  const records = [...[...items.values()].map(({ record }) => record), ...own.flatMap(standing)];
  if (items.get(page)?.record.typeName !== 'page') throw new Refused('NOT_FOUND');
  if (live.rules().staffPages.includes(page)) throw new Refused('LOCKED');
  if (at !== null && isInLockedFrame(records, page, at)) throw new Refused('LOCKED');
  return { op: 'create', record: newNote({ id, page, middle: at ?? freePlace(records, page), words, records }) };
}

function standing({ record, status }: NoteOfGuest): BoardRecord[] {
  return record === null || status === 'rejected' ? [] : [record];
}

function told(note: NoteOfGuest): GuestNote {
  const { id, record, said, rev } = note;
  const props = (record?.['props'] ?? {}) as { readonly color?: unknown };
  const state = stateOf(note);
  return {
    id,
    text: record ? textOf(record) : '',
    color: String(props.color ?? 'yellow'),
    page: String(record?.['parentId'] ?? ''),
    at: record === null || state === 'rejected' ? null : middleOf(record),
    state,
    ...(said === undefined ? {} : { said }),
    rev,
  };
}

function stateOf({ record, status, isOut }: NoteOfGuest): GuestNote['state'] {
  if (record === null) return 'away';
  if (status === 'returned' || status === 'rejected') return status;
  if (status === 'approved') return isOut ? 'board' : 'school';
  return 'waiting';
}
