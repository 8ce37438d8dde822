import { answerBy, caseOfConcern, type ReportedPiece } from '@bridgeboard/domain';
import type { Board, ConcernPerson, ConcernReason, ConcernReceipt, ConcernSubject } from '@bridgeboard/protocol';
import type { AssetStore, BoardCatalogue, Directory } from '@bridgeboard/storage';
import pLimit from 'p-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';

import { openBoardOfWork } from '../boards-of-work.ts';
import { found, Refused } from '../http/refusal.ts';
import type { LiveBoard, LiveBoards, Person } from '../rooms/live-board.ts';
import type { ConcernBook, KnownConcern } from './concern-book.ts';
import { evidenceOf, type SealedReport } from './evidence.ts';
import { personOf, type Reporter } from './reporter.ts';
import { takeOne } from './take-one.ts';
import { deskOf } from './who-looks-after.ts';

interface Parts {
  readonly book: ConcernBook;
  readonly boards: Pick<LiveBoards, 'open'>;
  readonly catalogue: Pick<BoardCatalogue, 'board'>;
  readonly directory: Pick<Directory, 'school' | 'staff' | 'staffOf' | 'pupil' | 'schoolClass'>;
  readonly assets: Pick<AssetStore, 'asset'>;
  /** A report is new: those who look after it are told, and whoever made it does not wait for that. */
  readonly onNew: (concern: KnownConcern) => void;
}

/** What somebody reports. */
export interface ConcernWish {
  readonly id: string;
  readonly about: ConcernSubject;
  /** What is kept away with the piece: the other strokes of a drawing. */
  readonly also?: readonly string[];
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

  async report(by: Person, board: Board, wish: ConcernWish): Promise<ConcernReceipt> {
    const take = (): Promise<void> => takeOne(this.#limit, by.id);
    const reporter: Reporter = { by: personOf(by), schools: [by.school], take };
    return this.#receipt(by, await this.#inTurn(() => this.#report(reporter, board, wish)));
  }

  /** SGD9: the same for whoever has no account; they are told no names. */
  async reportFromOutside(reporter: Reporter, board: Board, wish: ConcernWish): Promise<void> {
    await this.#inTurn(() => this.#report(reporter, board, wish));
  }

  async #report(reporter: Reporter, board: Board, wish: ConcernWish): Promise<KnownConcern> {
    const live = await this.#parts.boards.open(board.id);
    const known = (await this.#parts.book.find(wish.id)) ?? (await this.#sameAs(reporter, { board, live, wish }));
    if (known && !isTheirs(known, reporter)) throw new Refused('NOT_FOUND');
    if (known && known.id !== wish.id) await this.#sayAgain(reporter, known, wish.words);
    const concern = known ?? (await this.#begin(reporter, { board, live, wish }));
    await this.protect(concern);
    if (known === null) this.#parts.onNew(concern);
    return concern;
  }

  /** What is to happen at once, as far as it has not yet: it is asked for again after a crash and with each report that is sent again. */
  async protect(concern: KnownConcern): Promise<void> {
    const { book } = this.#parts;
    const { event, lines } = concern;
    if (event.record === null || lines.some((line) => line.event.kind === 'kept')) return;
    const live = await openBoardOfWork(this.#parts, event.board, event.whose?.school);
    const kept: string[] = [];
    for (const record of [event.record, ...(event.also ?? [])]) {
      const away = await live.keepAway(record);
      if (Array.isArray(away)) kept.push(...away);
    }
    const records = [...new Set(kept)].slice(0, 300);
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
  async #sameAs(reporter: Reporter, { board, live, wish }: Raised): Promise<KnownConcern | null> {
    const seen = await this.#look(live, wish.about);
    const [school] = reporter.schools;
    const own = (await this.#parts.book.of(school)).filter((one) => isTheirs(one, reporter));
    const same = own.find(({ event, lines }) => {
      const isThis = event.board === board.id && event.about === wish.about.kind && event.record === seen.record;
      return isThis && event.whose?.person === seen.whose?.person && caseOfConcern(lines, school).status !== 'closed';
    });
    return same ?? null;
  }

  async #sayAgain({ by }: Reporter, known: KnownConcern, words: string | undefined): Promise<void> {
    const again = known.lines.filter(({ event }) => event.kind === 'again').length;
    if (again >= mostAgain) return;
    const sealed = words?.trim() ? { words: words.trim() } : undefined;
    await this.#parts.book.add(known, { event: { kind: 'again' }, by, sealed });
  }

  async #begin(reporter: Reporter, { board, live, wish }: Raised): Promise<KnownConcern> {
    await reporter.take();
    const { id, reason, words, also = [] } = wish;
    const { record, piece: first, whose } = await this.#look(live, wish.about);
    const piece =
      first &&
      withOthers(
        first,
        also.flatMap((other) => live.reportedPiece(other) ?? []),
      );
    const schools = [...new Set([...reporter.schools, ...(whose ? [whose.school] : [])])];
    const assets = (piece?.assets ?? []).slice(0, 100).map((one) => one.slice('asset:'.length));
    const { by, from } = reporter;
    const outside = { ...(from ? { from } : {}), ...(also.length > 0 ? { also: [...also] } : {}) };
    const subject = {
      board: board.id,
      about: wish.about.kind,
      record,
      assets,
      whose,
      reason,
      seq: live.seq,
      ...outside,
    };
    const sealed: SealedReport = {
      words: words?.trim() ? words.trim() : null,
      piece: piece && evidenceOf(piece, { live, hashes: await this.#hashesOf(piece) }),
    };
    await this.#parts.book.add({ id, schools }, { event: { kind: 'reported', ...subject }, by, sealed });
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

/** A report of the same person; from outside all who come by the same way are one, because nothing tells them apart. */
function isTheirs(known: KnownConcern, { by, from }: Reporter): boolean {
  return known.by?.person === by?.person && known.event.from === from;
}

/** A drawing of many strokes, as one piece; who could see it is asked of the first. */
function withOthers(first: ReportedPiece, others: readonly ReportedPiece[]): ReportedPiece {
  const all = [first, ...others];
  return {
    ...first,
    versions: all.flatMap(({ versions }) => versions),
    assets: [...new Set(all.flatMap(({ assets }) => assets))],
  };
}
