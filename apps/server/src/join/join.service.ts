import { takesPart } from '@bridgeboard/domain';
import type { ClassAges, Pupil, SchoolClass } from '@bridgeboard/protocol';
import type { BoardCatalogue, Directory } from '@bridgeboard/storage';

import type { CookieHeaders, SignedIn } from '../http/signed-in.ts';
import { MissPauses } from '../http/miss-pauses.ts';
import { Refused } from '../http/refusal.ts';
import type { Clock, Random } from '../time-and-chance.ts';
import { isSameCode, normaliseCode, selectorOf } from './class-code.ts';
import { openText } from '../sealed-text.ts';
import type { Lobby, Ticket } from './lobby.ts';
import { avatarOf, hashPin, isPin } from './picture-pin.ts';
import type { PicturePin } from './picture-pin.ts';
import { openDoors, placeOf } from './places.ts';
import type { Place } from './places.ts';
import type { Strangers } from './strangers.ts';
import { WrongCodeLimit } from './wrong-code-limit.ts';

/** A session that just began, with the headers that carry it. */
interface NewSession {
  readonly setCookies: readonly string[];
}

interface JoinParts {
  readonly directory: Directory;
  readonly catalogue: BoardCatalogue;
  readonly lobby: Lobby;
  readonly strangers: Strangers;
  /** Opens sealed class codes. */
  readonly codeKey: Buffer;
  readonly clock: Clock;
  readonly random: Random;
  readonly wait: (ms: number) => Promise<void>;
  readonly openSession: (pupil: string, headers: CookieHeaders) => Promise<NewSession>;
}

/** Refusals leave this long after the question, whatever was wrong: the time says no more than the words (SEC-29). */
const refusalAfterMs = 200;

const byDevice = {
  misses: 5,
  missesAgain: 5,
  pausesMs: [30_000],
  forgetAfterMs: 10 * 60_000,
  code: 'PIN_PAUSED',
} as const;
/** All devices together: whoever tries one tablet after the other still has 30 guesses in 10 minutes of 331,776. */
const byPupil = {
  ...byDevice,
  misses: 30,
  missesAgain: 30,
  pausesMs: [10 * 60_000],
  forgetAfterMs: 20 * 60_000,
} as const;

/** A pupil's way in: class code, name and picture PIN, lobby. */
export class Joining {
  readonly #parts: JoinParts;
  readonly #wrongCodes = new WrongCodeLimit();
  readonly #pauses: readonly [MissPauses, MissPauses];
  /** Pupils whose first PIN is being kept right now: of two who choose at once, the first one has chosen. */
  readonly #choosing = new Set<string>();

  constructor(parts: JoinParts) {
    this.#parts = parts;
    const { clock } = parts;
    this.#pauses = [new MissPauses({ rule: byDevice, clock }), new MissPauses({ rule: byPupil, clock })];
  }

  /** The class of a code while a door is open for it. Wrong, closed and malformed are one answer after one time. */
  async classOf(typed: string, network: string): Promise<SchoolClass> {
    const refusedAt = this.#parts.wait(refusalAfterMs);
    const code = normaliseCode(typed);
    const selector = code === null ? '' : selectorOf(code);
    await this.#wrongCodes.check(network, selector);
    const { strangers } = this.#parts;
    const heldForMs = await strangers.heldForMs(network);
    const isHeld = heldForMs > 0;
    const held = new Refused('JOIN_HELD', { retryAfterMs: heldForMs });
    if (isHeld && !strangers.isAnyFresh) throw held;
    const found = code === null ? null : await this.#classByCode(code, isHeld);
    if (found === null) await this.#miss(network, selector);
    else if (isHeld) await strangers.wasRight();
    if (found !== null && (await this.#isDoorOpen(found))) return found;
    await refusedAt;
    throw isHeld ? held : new Refused('JOIN_REFUSED');
  }

  /** The pupils of a class for whom a door is open. */
  async pupilsAtDoor({ id: classId, school }: SchoolClass): Promise<Pupil[]> {
    const open = await openDoors(this.#parts, school);
    const pupils = await this.#parts.directory.pupilsOf(classId);
    return pupils.filter(({ id }) => open.some((board) => takesPart(board, { id, school, classId })));
  }

  /** Checks the four pictures of a pupil, or keeps them where there are none yet, and begins a session. */
  async enter(claim: {
    pupil: string;
    pin: PicturePin;
    device: string;
    network: string;
    headers: CookieHeaders;
  }): Promise<NewSession & { name: string }> {
    const { directory, openSession, lobby, strangers } = this.#parts;
    const pupil = await directory.pupil(claim.pupil);
    const schoolClass = pupil && (await directory.schoolClass(pupil.classId));
    if (!pupil || !schoolClass || !(await this.#isDoorOpen(schoolClass, [pupil]))) throw new Refused('JOIN_REFUSED');
    await this.#checkPin(pupil, claim);
    // Only who knows the PIN is told: it is nobody else's business.
    if (pupil.suspendedAt !== undefined) throw new Refused('SUSPENDED');
    strangers.saw(pupil.id, claim.network);
    const session = await openSession(pupil.id, claim.headers);
    lobby.keep(await this.ticketOf(pupil.id));
    return { ...session, name: pupil.nickname };
  }

  /** How old the pupils of this pupil's class are; null for staff. */
  async agesOf({ person: { classId } }: SignedIn): Promise<ClassAges | null> {
    const schoolClass = classId === undefined ? null : await this.#parts.directory.schoolClass(classId);
    return schoolClass?.ages ?? null;
  }

  placeOf(session: SignedIn): Promise<Place> {
    return placeOf(this.#parts, session);
  }

  async ticketOf(id: string): Promise<Ticket> {
    const pupil = await this.#parts.directory.pupil(id);
    const schoolClass = pupil && (await this.#parts.directory.schoolClass(pupil.classId));
    if (!pupil || !schoolClass) throw new Refused('SIGN_IN_NEEDED');
    const { id: classId, name: className, school } = schoolClass;
    return { pupil: id, name: pupil.nickname, avatar: avatarOf(pupil), classId, className, school };
  }

  async #miss(network: string, selector: string): Promise<void> {
    await this.#wrongCodes.miss(network, selector);
    await this.#parts.strangers.miss(network);
  }

  async #classByCode(code: string, isHeld: boolean): Promise<SchoolClass | null> {
    const alike = await this.#parts.directory.classesByCode(selectorOf(code));
    const candidates = isHeld ? await this.#parts.strangers.mayTry(alike) : alike;
    const key = this.#parts.codeKey;
    return (
      candidates.find(({ id: classId, codeSealed }) => isSameCode(openText(codeSealed, { key, of: classId }), code)) ??
      null
    );
  }

  /** Whether there is an open door for the class, or for somebody of these pupils of it. */
  async #isDoorOpen({ id: classId, school }: SchoolClass, asked?: readonly Pupil[]): Promise<boolean> {
    const open = await openDoors(this.#parts, school);
    if (open.some((board) => takesPart(board, { school, classId }))) return true;
    if (open.length === 0) return false;
    const pupils = asked ?? (await this.#parts.directory.pupilsOf(classId));
    return pupils.some(({ id }) => open.some((board) => takesPart(board, { id, school })));
  }

  async #checkPin(pupil: Pupil, { pin, device }: { pin: PicturePin; device: string }): Promise<void> {
    const keys = [`${pupil.id} ${device}`, pupil.id];
    const isRight = (): void => this.#pauses.forEach((pauses, at) => pauses.hit(keys[at] ?? ''));
    // Without a PIN there is nothing to guess: a pause from before staff took it back keeps nobody waiting.
    if (pupil.pinHash === null) return this.#choosePin(pupil, pin).then(isRight);
    this.#pauses.forEach((pauses, at) => pauses.check(keys[at] ?? ''));
    // Counted before the slow comparison: guesses that arrive together must not all pass the check above.
    this.#pauses.forEach((pauses, at) => pauses.miss(keys[at] ?? ''));
    if (!(await isPin(pin, pupil.pinHash))) throw new Refused('PIN_WRONG');
    isRight();
  }

  async #choosePin(pupil: Pupil, pin: PicturePin): Promise<void> {
    if (this.#choosing.has(pupil.id)) throw new Refused('PIN_WRONG');
    this.#choosing.add(pupil.id);
    try {
      const { directory, random } = this.#parts;
      const classmates = (await directory.pupilsOf(pupil.classId)).filter(({ id }) => id !== pupil.id);
      const pinHash = await hashPin(pin, random, classmates.map(avatarOf));
      // Meanwhile staff may have given the pupil another name, or erased them: that must not be undone here.
      const now = await directory.pupil(pupil.id);
      if (now === null) throw new Refused('JOIN_REFUSED');
      await directory.putPupil({ ...now, pinHash });
    } finally {
      this.#choosing.delete(pupil.id);
    }
  }
}
