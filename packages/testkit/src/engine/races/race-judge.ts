import type { Actor } from '@bridgeboard/domain';

import { aisha, bello, oliver, reed, zainab } from '../board-world.ts';
import { LetOut } from './let-out.ts';
import type { RaceStart, RaceStep } from './race.ts';
import { note, wordsOf, type Outcome, type RaceWorld } from './race-world.ts';

/** What refusals may come of a race; any other one is a fault. */
const refusals: ReadonlySet<Outcome> = new Set([
  'CHANGED',
  'CHANGED_SINCE_REVIEW',
  'FORBIDDEN',
  'FROZEN',
  'NOT_FOUND',
  'NOT_SUPPORTED',
  'NO_SUCH_RECORD',
  'PUT_AWAY',
  'STILL_DRAWING',
  'nothing to decide',
  'nothing to look at',
]);

/** A step that was done, and what it came to. */
interface Done {
  readonly actor: string;
  readonly step: RaceStep;
  readonly outcome: Outcome;
  /** How far the newest of what waited on the note had been let out before it. */
  readonly waiting: 'held' | 'school' | undefined;
  /** The words that the own school's staff saw before it. */
  readonly words: string | null;
}

/** Follows a race from outside: who may see which words by what was decided, and whether anybody sees others. */
export class RaceJudge {
  readonly faults: string[] = [];
  readonly #world: RaceWorld;
  readonly #mode: RaceStart['mode'];
  readonly #toBoard = new LetOut();
  readonly #toSchool = new LetOut();
  #hiddenBy: 'hide' | 'reject' | null = null;
  #isFrozen = false;
  #isErased = false;
  /** Words that the author must see; null once somebody else's act may have put others in their place. */
  #ownWords: string | null;

  constructor(world: RaceWorld, start: RaceStart) {
    this.#world = world;
    this.#mode = start.mode;
    this.#ownWords = world.newest;
    this.#noteWritten({
      actor: oliver.person,
      step: { kind: 'write' },
      outcome: 'taken',
      waiting: undefined,
      words: null,
    });
    if (!start.letOut) return;
    this.#toBoard.add('w0', 'start');
    this.#toSchool.add('w0', 'start');
  }

  /** Does the next step, and looks at what everybody sees then. */
  take(actor: string, step: RaceStep): void {
    const waiting = this.#world.board.state.slots.get(note.id)?.layers.at(-1)?.reach;
    const words = this.#seen(reed);
    const done = { actor, step, outcome: this.#world.take(actor, step), waiting, words };
    const isTaken = done.outcome === 'taken';
    this.#expect(isTaken || refusals.has(done.outcome), `${actor} was refused with ${done.outcome}`);
    this.#expect(!isTaken || !this.#isFrozen || actor !== oliver.person, 'a frozen pupil wrote');
    if (isTaken) this.#note(done);
    this.#look();
  }

  #note(done: Done): void {
    switch (done.step.kind) {
      case 'write':
        return this.#noteWritten(done);
      case 'decide':
        return this.#noteDecided(done, done.step.verdict);
      case 'erase':
        this.#isErased = true;
        break;
      case 'undo':
        this.#toBoard.takeBackDecision();
        this.#toSchool.takeBackDecision();
        if (this.#hiddenBy === 'reject') this.#hiddenBy = null;
        break;
      case 'hide':
        this.#hiddenBy = 'hide';
        break;
      case 'show':
        this.#hiddenBy = null;
        break;
      case 'freeze':
      case 'thaw':
        this.#isFrozen = done.step.kind === 'freeze';
        return;
      case 'look':
        return;
    }
    this.#ownWords = null;
  }

  #noteWritten({ actor, waiting }: Done): void {
    const words = this.#world.newest;
    const isAuthor = actor === oliver.person;
    // P4: what staff write on what waits waits with it.
    const isForAll = isAuthor ? this.#mode === 'open' : waiting === undefined || actor === bello.person;
    const isForSchool = isAuthor ? this.#mode === 'own-school' : waiting === 'school';
    if (isForAll) this.#toBoard.add(words, isAuthor ? 'mode' : 'staff');
    if (isForAll || isForSchool) this.#toSchool.add(words, isAuthor ? 'mode' : 'staff');
    this.#ownWords = isAuthor ? words : null;
  }

  #noteDecided({ actor, words }: Done, verdict: string): void {
    const looked = this.#world.looks.get(actor)?.words ?? null;
    this.#expect(words === looked, 'something else was decided on than what was looked at');
    if (verdict === 'board') this.#toBoard.add(looked, 'decision');
    if (verdict === 'board' || verdict === 'school') this.#toSchool.add(looked, 'decision');
    if (verdict === 'board' && this.#hiddenBy === null) {
      this.#expect(this.#seen(bello) === looked, 'what was let out is not what the others see');
    }
    if (verdict === 'reject') this.#ownWords = null;
    if (verdict === 'reject' && this.#mode === 'open') this.#hiddenBy ??= 'reject';
  }

  #look(): void {
    const { board } = this.#world;
    const outside = [this.#seen(aisha), this.#seen(bello), wordsOf(board.seenByAll().get(note.id))];
    const [friend, author] = [this.#seen(zainab), this.#seen(oliver)];
    for (const words of outside) this.#expect(this.#toBoard.has(words), `others see ${words}`);
    this.#expect(this.#toSchool.has(friend) || this.#toBoard.has(friend), `the own school sees ${friend}`);
    const isAway = this.#hiddenBy !== null || this.#isErased;
    if (isAway)
      this.#expect(
        [...outside, friend, author].every((words) => words === null),
        'what is away is seen',
      );
    else if (this.#ownWords !== null) this.#expect(author === this.#ownWords, `the author sees ${author}`);
  }

  #seen(actor: Actor): string | null {
    return wordsOf(this.#world.board.seenBy(actor).get(note.id));
  }

  #expect(holds: boolean, fault: string): void {
    if (!holds) this.faults.push(fault);
  }
}
