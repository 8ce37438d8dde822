import { caseOfConcern } from '@bridgeboard/domain';
import type { ConcernEvent, ConcernPerson, ConcernStep } from '@bridgeboard/protocol';
import type { BoardCatalogue, Directory, ErasureList } from '@bridgeboard/storage';

import { openBoardOfWork } from '../boards-of-work.ts';
import { found, Refused } from '../http/refusal.ts';
import type { LiveBoards, Person } from '../rooms/live-board.ts';
import type { ConcernBook, KnownConcern } from './concern-book.ts';
import { decides } from './concern-desk.ts';

interface Parts {
  readonly book: ConcernBook;
  readonly boards: Pick<LiveBoards, 'open'>;
  readonly catalogue: Pick<BoardCatalogue, 'board'>;
  readonly directory: Pick<Directory, 'staff'>;
  readonly erasures: ErasureList;
  /** Does what is left of an erasure that a report has held up. */
  readonly eraseRest: (person: string) => Promise<void>;
  /** Takes a picture's bytes away for good. */
  readonly destroyPicture: (asset: string) => Promise<void>;
}

/** What whoever looks after a report does about it; each is a line of the log of reports. */
export class ConcernSteps {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The first look of a school is noted. */
  async see(person: Person, concern: KnownConcern): Promise<void> {
    if (caseOfConcern(concern.lines, person.school).status !== 'received') return;
    await this.#add(person, concern, { event: { kind: 'seen' } });
  }

  async take(person: Person, concern: KnownConcern, step: ConcernStep): Promise<void> {
    const state = caseOfConcern(concern.lines, person.school);
    switch (step.step) {
      case 'take':
        return this.#add(person, concern, { event: { kind: 'taken' } });
      case 'note':
        return this.#add(person, concern, { event: { kind: 'noted' }, words: step.words });
      case 'hand':
        return this.#hand(person, concern, step.to);
      case 'close':
        await this.#add(person, concern, { event: { kind: 'closed', outcome: step.outcome }, words: step.words });
        return this.#letGo(concern);
      case 'reopen':
        if (state.status !== 'closed') throw new Refused('CHANGED');
        return this.#add(person, concern, { event: { kind: 'reopened' } });
      case 'hold':
        await this.#add(person, concern, { event: { kind: 'hold', isOn: step.isOn } });
        return step.isOn ? undefined : this.#letGo(concern);
      case 'let-back':
        return this.#letBack(person, concern);
      case 'picture':
        return this.#decideOnPicture(person, concern, step);
    }
  }

  async #hand(person: Person, concern: KnownConcern, to: string): Promise<void> {
    const member = found(await this.#parts.directory.staff(to));
    const fits = member.school === person.school && member.endedAt === null && to !== concern.event.whose?.person;
    found(fits ? member : null);
    await this.#add(person, concern, { event: { kind: 'handed', to } });
  }

  /** The piece is on the board again, unless another report keeps it away. */
  async #letBack(person: Person, concern: KnownConcern): Promise<void> {
    if (!decides(concern, person)) throw new Refused('FORBIDDEN');
    const { kept, isBack, sealed } = caseOfConcern(concern.lines, person.school);
    if (isBack) return;
    // A picture that nobody may see must not come back as a hole that everybody asks about.
    if (sealed.length > 0) throw new Refused('SEALED');
    const { book } = this.#parts;
    await this.#add(person, concern, { event: { kind: 'let-back' } });
    const others = (await book.of(person.school)).filter((one) => one.id !== concern.id);
    const stillKept = new Set(
      others.flatMap((one) => {
        const other = caseOfConcern(one.lines, person.school);
        return one.event.board === concern.event.board && !other.isBack ? other.kept : [];
      }),
    );
    const records = kept.filter((id) => !stillKept.has(id));
    const { board, whose } = concern.event;
    await (await openBoardOfWork(this.#parts, board, whose?.school)).letBack(records);
  }

  async #decideOnPicture(
    person: Person,
    concern: KnownConcern,
    { asset, to }: Extract<ConcernStep, { step: 'picture' }>,
  ): Promise<void> {
    const state = caseOfConcern(concern.lines, person.school);
    const evidence = await this.#parts.book.evidence(concern.id);
    const isOfIt = evidence?.piece?.pictures.some((one) => one.asset === asset) ?? false;
    found(isOfIt && !state.destroyed.includes(asset) ? asset : null);
    // Whoever looks after it may seal; only the school whose it is lets out, or destroys what nobody holds.
    const isTheirs = decides(concern, person) && !(to === 'destroyed' && state.isHeld);
    if (to !== 'sealed' && !isTheirs) throw new Refused('FORBIDDEN');
    if (to === 'destroyed') await this.#parts.destroyPicture(asset);
    await this.#add(person, concern, { event: { kind: 'picture', asset, to } });
  }

  /** What was erased meanwhile, and stayed because of this report, goes now. */
  async #letGo(concern: KnownConcern): Promise<void> {
    const erased = new Set((await this.#parts.erasures.all()).map(({ id }) => id));
    const { whose } = concern.event;
    if (whose && erased.has(whose.person)) await this.#parts.eraseRest(whose.person);
  }

  #add(
    person: Person,
    concern: KnownConcern,
    done: { event: ConcernEvent; words?: string | undefined },
  ): Promise<void> {
    const by: ConcernPerson = { person: person.id, school: person.school, role: person.role };
    const sealed = done.words === undefined ? undefined : { words: done.words };
    return this.#parts.book.add(concern, { event: done.event, by, sealed });
  }
}
