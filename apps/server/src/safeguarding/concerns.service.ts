import { answerBy, caseOfConcern, type ReportedPiece } from '@bridgeboard/domain';
import type { Board, ConcernPerson, ConcernReason, ConcernReceipt, ConcernSubject } from '@bridgeboard/protocol';
import type { AssetStore, BoardCatalogue, Directory } from '@bridgeboard/storage';
import pLimit from 'p-limit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import { openBoardOfWork } from '../boards-of-work.ts';
import { found, Refused } from '../http/refusal.ts';
import type { LiveBoard, LiveBoards, Person } from '../rooms/live-board.ts';
import type { ConcernBook, KnownConcern } from './concern-book.ts';
import { evidenceOf, type SealedReport } from './evidence.ts';
import { deskOf } from './who-looks-after.ts';

interface Parts {
  readonly book: ConcernBook;
  readonly boards: Pick<LiveBoards, 'open'>;
  readonly catalogue: Pick<BoardCatalogue, 'board'>;
  readonly directory: Pick<Directory, 'school' | 'staff' | 'staffOf' | 'pupil' | 'schoolClass'>;
  readonly assets: Pick<AssetStore, 'asset'>;
}

/** What somebody reports. */
export interface ConcernWish {
  readonly id: string;
  readonly about: ConcernSubject;
  readonly reason: ConcernReason;
  readonly words?: string | undefined;
}

/** A report that comes in, with the board that it is about. */
interface Raised {
  readonly board: Board;
  readonly live: LiveBoard;
  readonly wish: ConcernWish;
}

interface Seen {
  readonly record: string | null;
  readonly piece: ReportedPiece | null;
  readonly whose: ConcernPerson | null;
}

/** New reports of one person an hour. What is reported again is no new one. */
const mostAnHour = 20;
/** What somebody adds to their own report, each a line. */
const mostAgain = 20;

/** Takes reports of concern: kept first, then what they are about is off everybody's board, then they are answered (SGD1). */
export class Concerns {
  readonly #parts: Parts;
  readonly #limit = new RateLimiterMemory({ keyPrefix: 'concern', points: mostAnHour, duration: 3_600 });
  /** One after the other, so that ten taps at once find the first. */
  readonly #inTurn = pLimit(1);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  report(by: Person, board: Board, wish: ConcernWish): Promise<ConcernReceipt> {
    return this.#inTurn(() => this.#report(by, board, wish));
  }

  async #report(by: Person, board: Board, wish: ConcernWish): Promise<ConcernReceipt> {
    const live = await this.#parts.boards.open(board.id);
    const known = (await this.#parts.book.find(wish.id)) ?? (await this.#sameAs(by, { board, live, wish }));
    if (known && known.by?.person !== by.id) throw new Refused('NOT_FOUND');
    if (known && known.id !== wish.id) await this.#sayAgain(by, known, wish.words);
    const concern = known ?? (await this.#begin(by, { board, live, wish }));
    await this.protect(concern);
    return this.#receipt(by, concern);
  }

  /** What is to happen at once, as far as it has not yet: it is asked for again after a crash and with each report that is sent again. */
  async protect(concern: KnownConcern): Promise<void> {
    const { book } = this.#parts;
    const { event, lines } = concern;
    if (event.record === null || lines.some((line) => line.event.kind === 'kept')) return;
    const live = await openBoardOfWork(this.#parts, event.board, event.whose?.school);
    const kept = await live.keepAway(event.record);
    const records = Array.isArray(kept) ? kept.slice(0, 300) : [];
    const pictures = event.reason === 'body' ? event.assets : [];
    const sealing = pictures.map((asset) => ({ kind: 'picture', asset, to: 'sealed' }) as const);
    const happenings = [...sealing, { kind: 'kept', records } as const];
    await book.add(concern, ...happenings.map((one) => ({ event: one, by: null })));
  }

  /** Once after a start: what a crash came between. Boards that nothing is left to do on are not opened. */
  async carryOn(): Promise<void> {
    for (const concern of await this.#parts.book.unprotected()) await this.protect(concern);
  }

  /** Their own report of the same thing, as long as their school has not closed it: a child who taps ten times has said one thing. */
  async #sameAs(by: Person, { board, live, wish }: Raised): Promise<KnownConcern | null> {
    const seen = await this.#look(live, wish.about);
    const own = (await this.#parts.book.of(by.school)).filter((one) => one.by?.person === by.id);
    const same = own.find(({ event, lines }) => {
      const isThis = event.board === board.id && event.about === wish.about.kind && event.record === seen.record;
      return (
        isThis && event.whose?.person === seen.whose?.person && caseOfConcern(lines, by.school).status !== 'closed'
      );
    });
    return same ?? null;
  }

  async #sayAgain(by: Person, known: KnownConcern, words: string | undefined): Promise<void> {
    const again = known.lines.filter(({ event }) => event.kind === 'again').length;
    if (again >= mostAgain) return;
    const sealed = words?.trim() ? { words: words.trim() } : undefined;
    await this.#parts.book.add(known, { event: { kind: 'again' }, by: personOf(by), sealed });
  }

  async #begin(by: Person, { board, live, wish }: Raised): Promise<KnownConcern> {
    await this.#take(by);
    const { record, piece, whose } = await this.#look(live, wish.about);
    const schools = [...new Set([by.school, ...(whose ? [whose.school] : [])])];
    const { id, reason, words } = wish;
    const assets = (piece?.assets ?? []).slice(0, 100).map((one) => one.slice('asset:'.length));
    const subject = { board: board.id, about: wish.about.kind, record, assets, whose, reason, seq: live.seq };
    const sealed: SealedReport = {
      words: words?.trim() ? words.trim() : null,
      piece: piece && evidenceOf(piece, { live, hashes: await this.#hashesOf(piece) }),
    };
    await this.#parts.book.add({ id, schools }, { event: { kind: 'reported', ...subject }, by: personOf(by), sealed });
    // Of two that were sent at once the other one may have been kept.
    return found(await this.#parts.book.find(id));
  }

  async #look(live: LiveBoard, about: ConcernSubject): Promise<Seen> {
    switch (about.kind) {
      case 'piece': {
        const piece = live.reportedPiece(about.record);
        const { author: person = '', school = '', role = 'pupil' } = piece ?? {};
        return { record: about.record, piece, whose: piece && { person, school, role } };
      }
      case 'person': {
        const id = live.personOf(about.author);
        return { record: null, piece: null, whose: id === null ? null : await this.#somebody(id) };
      }
      case 'board':
        return { record: null, piece: null, whose: null };
    }
  }

  async #somebody(id: string): Promise<ConcernPerson | null> {
    const { directory } = this.#parts;
    const member = await directory.staff(id);
    if (member !== null) return { person: id, school: member.school, role: 'staff' };
    const pupil = await directory.pupil(id);
    const school = pupil && (await directory.schoolClass(pupil.classId))?.school;
    return school ? { person: id, school, role: 'pupil' } : null;
  }

  async #hashesOf({ assets }: ReportedPiece): Promise<Map<string, string>> {
    const hashes = new Map<string, string>();
    for (const id of assets) {
      const asset = await this.#parts.assets.asset(id.slice('asset:'.length));
      if (asset) hashes.set(asset.id, asset.full.hash);
    }
    return hashes;
  }

  async #take({ id }: Person): Promise<void> {
    try {
      await this.#limit.consume(id);
    } catch (reason) {
      if (reason instanceof RateLimiterRes) throw new Refused('RATE', { retryAfterMs: reason.msBeforeNext });
      throw reason;
    }
  }

  /** The own school's alone: what it is about, and whether that is there, makes no difference to it (P23). */
  async #receipt(by: Person, concern: KnownConcern): Promise<ConcernReceipt> {
    const { directory } = this.#parts;
    const { desk, timeZone } = found(await directory.school(by.school));
    const { people, standIn } = await deskOf(directory, by.school, concern.event.whose?.person);
    return {
      who: people.slice(0, 3).map(({ name }) => name),
      standIn,
      by: answerBy(desk, timeZone, concern.at),
      timeZone,
    };
  }
}

function personOf({ id: person, school, role }: Person): ConcernPerson {
  return { person, school, role };
}
