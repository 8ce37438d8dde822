import { codeAlphabet } from '@bridgeboard/protocol';

import { newCode } from '../../../apps/server/src/join/class-code.ts';
import type { Random } from '../../../apps/server/src/time-and-chance.ts';
import { openWayIn } from './way-in.ts';
import type { WayIn } from './way-in.ts';

/** What people and the guesser came to, in all days together. */
interface CodesProof {
  readonly hours: number;
  readonly addresses: number;
  readonly guesses: number;
  /** Guesses that were looked up, as if nobody else had guessed. */
  readonly heard: number;
  /** Guesses that were not heard, and compared all the same with a code that begins alike, of a door just opened. */
  readonly compared: number;
  /** The chance that a day finds one of 200 codes, and the one that 2.4 of the promises allows. */
  readonly chancePerDay: number;
  readonly allowedPerDay: number;
  /** Pupils of a classroom who came with two mistakes each, and how many of them did not get in. */
  readonly pupils: number;
  readonly keptOut: number;
  /** Pupils who came from elsewhere to a door just opened. */
  readonly newcomers: number;
  readonly newcomersKeptOut: number;
}

interface Wishes {
  /** From seven in the morning on. */
  readonly hours: number;
  /** From so many addresses somebody guesses day and night. */
  readonly addresses: number;
  readonly random: Random;
  /** Moves the time of `Date`, in ms. */
  readonly forward: (ms: number) => void;
}

const [classroom, minuteMs, pupilsPerClass] = ['192.0.2.1', 60_000, 30];
const codesOpen = 200;
const allCodes = codeAlphabet.length ** 8;
/** A hundred wrong codes a minute. */
const allowedPerDay = (codesOpen * 100 * 24 * 60) / allCodes;
/** What JC3 lets through in a day. */
const comparedPerDay = 14;
/** A guesser who is held tries no more than that until the next minute, unless a door was opened just now. */
const triesWhileHeld = 20;

/** Days and nights at the real way in, with its limits, while somebody guesses. */
export async function proveCodes({ hours, addresses, random, forward }: Wishes): Promise<CodesProof> {
  const wayIn = await openWayIn(random);
  const guesser = new Guesser(wayIn, { addresses, random });
  const people = new People(wayIn, random);
  for (let minute = 0; minute < hours * 60; minute += 1) {
    const [hour, past] = [(7 + Math.floor(minute / 60)) % 24, minute % 60];
    const isSchool = hour >= 8 && hour < 15;
    if (isSchool && past === 0) people.teacherComes();
    if (hour === 10 && past === 0) wayIn.openAnew();
    await guesser.guessForAMinute(hour === 10 && past < 5);
    if (isSchool && past === 1) await people.classComes();
    if (hour === 10 && past === 3) await people.newcomerComes(minute);
    forward(minuteMs);
  }
  const { guesses, heard, compared } = guesser;
  const heardInADay = (heard / hours) * 24;
  const chancePerDay = (codesOpen * heardInADay) / allCodes + comparedPerDay / codeAlphabet.length ** 4;
  return { hours, addresses, guesses, heard, compared, chancePerDay, allowedPerDay, ...people.came };
}

/** Whether the promises hold in what was found. */
export function holds(proof: CodesProof): boolean {
  const { hours, compared, chancePerDay, keptOut, newcomersKeptOut } = proof;
  return (
    chancePerDay <= allowedPerDay &&
    compared <= comparedPerDay * Math.ceil(hours / 24) &&
    keptOut === 0 &&
    newcomersKeptOut === 0
  );
}

/** Knows no code, and asks as often as anybody listens. */
class Guesser {
  guesses = 0;
  heard = 0;
  compared = 0;
  readonly #wayIn: WayIn;
  readonly #addresses: number;
  readonly #random: Random;

  constructor(wayIn: WayIn, { addresses, random }: { addresses: number; random: Random }) {
    this.#wayIn = wayIn;
    this.#addresses = addresses;
    this.#random = random;
  }

  /** @param isFresh a door was opened just now: all addresses guess as fast as each may. */
  async guessForAMinute(isFresh: boolean): Promise<void> {
    let held = 0;
    for (let nth = 0; nth < 60 * this.#addresses && (isFresh || held < triesWhileHeld); nth += 1) {
      const at = this.guesses % this.#addresses;
      const before = this.#wayIn.compared();
      const answer = await this.#wayIn.tryCode(newCode(this.#random), `203.${at >> 16}.${(at >> 8) & 255}.${at & 255}`);
      this.guesses += 1;
      if (answer === 'JOIN_REFUSED') this.heard += 1;
      else {
        held += 1;
        this.compared += this.#wayIn.compared() - before;
      }
    }
  }
}

/** A class in its room, and somebody at home. */
class People {
  readonly came = { pupils: 0, keptOut: 0, newcomers: 0, newcomersKeptOut: 0 };
  readonly #wayIn: WayIn;
  readonly #random: Random;

  constructor(wayIn: WayIn, random: Random) {
    this.#wayIn = wayIn;
    this.#random = random;
  }

  teacherComes(): void {
    this.#wayIn.strangers.saw('the teacher', classroom);
  }

  async classComes(): Promise<void> {
    for (let pupil = 0; pupil < pupilsPerClass; pupil += 1) {
      for (let mistake = 0; mistake < 2; mistake += 1) await this.#wayIn.tryCode(newCode(this.#random), classroom);
      this.came.pupils += 1;
      if (!(await this.#getsIn(classroom))) this.came.keptOut += 1;
    }
  }

  async newcomerComes(nth: number): Promise<void> {
    this.came.newcomers += 1;
    if (!(await this.#getsIn(`198.51.${(nth >> 8) & 255}.${nth & 255}`))) this.came.newcomersKeptOut += 1;
  }

  async #getsIn(network: string): Promise<boolean> {
    return (await this.#wayIn.tryCode(this.#wayIn.codes[0] ?? '', network)) === 'in';
  }
}
