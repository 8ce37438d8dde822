import { factorDueAt } from '@bridgeboard/domain';
import type { Directory } from '@bridgeboard/storage';

import { MissPauses } from '../http/miss-pauses.ts';
import type { PauseRule } from '../http/miss-pauses.ts';
import { Refused } from '../http/refusal.ts';
import type { Person } from '../rooms/live-board.ts';
import type { Clock } from '../time-and-chance.ts';
import { deviceWords } from './device-words.ts';
import type { AskingSession, Identity, IdentitySession } from './identity.ts';
import type { KnownDevices } from './known-devices.ts';
import type { NewSession, WaitingSignIn } from './new-session.ts';
import { PasswordChecks } from './password-checks.ts';
import type { SignInSource, SignInSources } from './sign-in-sources.ts';
import type { CookieHeaders, SignedIn } from '../http/signed-in.ts';

/** Told when a session ended: its sockets must hear of it within a second (SEC-05). */
export type SessionEnded = (ended: { readonly sessionId: string; readonly person: string }) => void;

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly rememberMe?: boolean | undefined;
}

/** A session of staff that began just now. */
export type StaffSession = NewSession & { readonly person: Person };

/** Who asks to be signed in: the cookies of the device, its network, and what it says it is. */
export interface Asker {
  readonly headers: CookieHeaders & { readonly 'user-agent'?: string | undefined };
  readonly network: string;
}

interface SessionParts {
  readonly identity: Identity;
  readonly directory: Directory;
  readonly knownDevices: KnownDevices;
  readonly sources: SignInSources;
  readonly clock: Clock;
  /** False where others than this machine can come in: demo people are nobody there. */
  readonly demoAllowed: boolean;
}

/** Slower and slower, for this account from this network only, and never shut for good (SEC-30). */
export const signInRule: PauseRule = {
  misses: 5,
  missesAgain: 1,
  pausesMs: [1_000, 2_000, 4_000, 8_000, 15_000, 30_000],
  forgetAfterMs: 15 * 60_000,
  code: 'RATE',
};

/** How exactly it is known when a session was last there: a write now and then, not one for each request. */
const noteSeenEveryMs = 10 * 60_000;

/** Signing in, signing out and finding out who asks. */
export class Sessions {
  readonly #parts: SessionParts;
  readonly #pauses: MissPauses;
  readonly #checks = new PasswordChecks();
  readonly #listeners = new Set<SessionEnded>();

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#pauses = new MissPauses({ rule: signInRule, clock: parts.clock });
  }

  onEnded(listener: SessionEnded): void {
    this.#listeners.add(listener);
  }

  /** Who these cookies belong to, asked of the store each time, so that an ended session ends everywhere. */
  async personFromCookies(headers: CookieHeaders): Promise<SignedIn | null> {
    const session = await this.#parts.identity.session(headers).catch(storeIsAway);
    if (session === null) return null;
    const known = await this.#knownPerson(session.user);
    if (known === null) return null;
    if (known.person.role === 'staff') await this.#noteSeen(session);
    const { id: sessionId, startedAt, expiresAt } = session;
    return { ...known, sessionId, startedAt, expiresAt, ...(await this.#factorOf(session, known)) };
  }

  /** Signs staff in; the session this device had before ends, so that no token outlives a sign-in (SEC-06). */
  async signIn(credentials: Credentials, from: Asker): Promise<StaffSession | WaitingSignIn> {
    const source = await this.#parts.sources.of(credentials.email.trim(), from).catch(storeIsAway);
    return this.#signInAs(source, credentials, from);
  }

  /** Signs in whose account was made just now, whoever else waits: nobody guesses there. */
  async signInNew(credentials: Credentials, from: Asker): Promise<StaffSession | WaitingSignIn> {
    return this.#signInAs({ key: `new ${credentials.email.trim()}`, rank: 0 }, credentials, from);
  }

  async #signInAs(source: SignInSource, credentials: Credentials, from: Asker): Promise<StaffSession | WaitingSignIn> {
    const { identity, sources } = this.#parts;
    const key = `${credentials.email.trim().toLowerCase()} ${source.key}`;
    this.#pauses.check(key);
    const inTurn = this.#checks.take(source);
    // Before the slow comparison, so that tries that arrive together do not all pass; after BUSY, which is no wrong try.
    this.#pauses.miss(key);
    const device = deviceWords(from.headers['user-agent']);
    const tried = { ...credentials, email: credentials.email.trim(), device };
    const begun = await inTurn(() => identity.signIn(tried).catch(storeIsAway));
    if (begun === null) {
      await sources.wrongFrom(from.network);
      throw new Refused('SIGN_IN_FAILED');
    }
    if (!('waits' in begun)) {
      const session = await this.begun(begun, from.headers);
      this.#pauses.hit(key);
      return session;
    }
    this.#pauses.hit(key);
    await this.signOut(from.headers);
    return begun;
  }

  /**
   * A session of staff that just began: who is nobody here loses it again, the one this device had before ends (SEC-06),
   * and the device is known from now on.
   */
  async begun(session: NewSession, headers: CookieHeaders): Promise<StaffSession> {
    const known = await this.#knownPerson(session.user);
    if (known?.person.role !== 'staff') {
      await this.#parts.identity.endSession(cookiesOf(session));
      throw new Refused('SIGN_IN_FAILED');
    }
    await this.signOut(headers);
    const setCookies = [...session.setCookies, this.#parts.knownDevices.issue(session.user)];
    return { ...session, setCookies, person: known.person };
  }

  /** Somebody as long as they are staff here; null for everybody else. */
  async staffMember(id: string): Promise<Person | null> {
    const known = await this.#knownPerson(id);
    return known?.person.role === 'staff' ? known.person : null;
  }

  /** Begins a pupil's session; class code and picture PIN were checked before. */
  async openPupilSession(pupil: string, headers: CookieHeaders): Promise<NewSession> {
    if ((await this.#knownPerson(pupil)) === null) throw new Refused('JOIN_REFUSED');
    const session = await this.#parts.identity.openPupilSession(pupil).catch(storeIsAway);
    await this.signOut(headers);
    return session;
  }

  /** Does what may end sessions of somebody; whatever it did, the sockets of those that are over hear of it before it is answered. */
  async endingSessions<T>(person: string, act: () => Promise<T>): Promise<T> {
    const { identity } = this.#parts;
    const before = await identity.sessionsOf(person);
    try {
      return await act();
    } finally {
      const left = new Set((await identity.sessionsOf(person)).map(({ id }) => id));
      for (const { id } of before) if (!left.has(id)) this.#tellEnded(id, person);
    }
  }

  /** Ends the session of these cookies, if there is one; answers the headers that take the cookies away. */
  async signOut(headers: CookieHeaders): Promise<readonly string[]> {
    const session = await this.#parts.identity.session(headers);
    const setCookies = await this.#parts.identity.endSession(headers);
    if (session !== null) this.#tellEnded(session.id, session.user);
    return setCookies;
  }

  /** Somebody is nobody here any more: all their sessions end, everywhere. */
  async forget(person: string): Promise<void> {
    for (const sessionId of await this.#parts.identity.forget(person)) this.#tellEnded(sessionId, person);
  }

  #tellEnded(sessionId: string, person: string): void {
    for (const listener of this.#listeners) listener({ sessionId, person });
  }

  /** Does something to somebody's way in, after which all their sessions end. */
  async endingAll(person: string, act: () => Promise<void>): Promise<void> {
    const { identity } = this.#parts;
    await this.endingSessions(person, async () => {
      await act();
      await identity.endSessions(person, new Set((await identity.sessionsOf(person)).map(({ id }) => id)));
    });
  }

  /** Ends all sessions of somebody but this one. */
  async endOthers(session: NewSession): Promise<void> {
    const { identity } = this.#parts;
    const kept = await identity.session(cookiesOf(session));
    const others = (await identity.sessionsOf(session.user)).filter(({ id }) => id !== kept?.id);
    await identity.endSessions(session.user, new Set(others.map(({ id }) => id)));
  }

  /** A session by a provider showed no second factor of ours, whether or not there is one. */
  async #factorOf(
    { hasFactor, isByProvider }: AskingSession,
    { person, roles }: Pick<SignedIn, 'person' | 'roles'>,
  ): Promise<Pick<SignedIn, 'hasFactor' | 'lacksFactorFrom'>> {
    if (person.role !== 'staff') return { hasFactor: false, lacksFactorFrom: null };
    if (hasFactor && !isByProvider) return { hasFactor, lacksFactorFrom: null };
    const school = await this.#parts.directory.school(person.school);
    if (school === null) return { hasFactor: false, lacksFactorFrom: null };
    if (isByProvider && school.factor.providerCounts) return { hasFactor: true, lacksFactorFrom: null };
    return { hasFactor: false, lacksFactorFrom: factorDueAt(school.factor, roles) };
  }

  /** Staff see when each of their sessions was last there; a store that cannot write now may still be read. */
  async #noteSeen({ id, seenAt }: IdentitySession): Promise<void> {
    const { identity, clock } = this.#parts;
    const now = clock.now();
    if (now - seenAt < noteSeenEveryMs) return;
    await identity.noteSeen(id, now).catch(() => undefined);
  }

  async #knownPerson(id: string): Promise<Pick<SignedIn, 'person' | 'roles'> | null> {
    const { directory, demoAllowed } = this.#parts;
    const member = await directory.staff(id);
    if (member !== null) {
      if (member.endedAt !== null || (member.demo && !demoAllowed)) return null;
      return { person: { id, name: member.name, role: 'staff', school: member.school }, roles: member.roles };
    }
    const pupil = await directory.pupil(id);
    const schoolClass = pupil && (await directory.schoolClass(pupil.classId));
    if (!pupil || !schoolClass || pupil.suspendedAt !== undefined) return null;
    if (!demoAllowed && (await this.#isDemoSchool(schoolClass.school))) return null;
    return {
      person: { id, name: pupil.nickname, role: 'pupil', school: schoolClass.school, classId: schoolClass.id },
      roles: [],
    };
  }

  /** Pupils of the demo are gone where its staff are: nobody there could let them in. */
  async #isDemoSchool(school: string): Promise<boolean> {
    const staff = await this.#parts.directory.staffOf(school);
    return staff.length > 0 && staff.every((member) => member.demo);
  }
}

/** What the identity library throws, once it has answered what it can, is the store's fault: full, or away. */
function storeIsAway(cause: unknown): never {
  throw new Refused('DB_DOWN', { cause, retryAfterMs: 2_000 });
}

/** The cookies a browser would send back. */
export function cookiesOf(session: NewSession): CookieHeaders {
  return { cookie: session.setCookies.map((cookie) => cookie.split(';', 1)[0]).join('; ') };
}
