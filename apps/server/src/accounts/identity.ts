import type { CookieHeaders } from '../http/signed-in.ts';
import type { IdentityRow } from '../identity-row.ts';
import type { NewSession, WaitingSignIn } from './new-session.ts';
import type { PasskeyStore } from './passkey-store.ts';
import type { PasswordStore } from './password-store.ts';
import type { ProviderStore } from './provider/provider-store.ts';
import type { SecondFactorStore } from './second-factor-store.ts';

/** A session as the identity store knows it: of a person's id, nothing else. */
export interface IdentitySession {
  readonly id: string;
  /** Id of a member of staff or a pupil. */
  readonly user: string;
  readonly startedAt: number;
  /** When it was last noted that this session asked for something. */
  readonly seenAt: number;
  readonly expiresAt: number;
  /** Browser and system in words of our own; null for everybody but staff. */
  readonly device: string | null;
  /** Whether a provider outside said who it is: what it was shown is not known here. */
  readonly isByProvider: boolean;
}

/** The session that somebody asks with, and what it was begun by. */
export interface AskingSession extends IdentitySession {
  /** Whether whoever it is of has a second factor, which was shown then. */
  readonly hasFactor: boolean;
}

/** A member of staff who has no identity yet. */
export interface NewStaff {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Identities and sessions. A session is an opaque token that the store alone gives a meaning. */
export interface Identity {
  /** Signs staff in; null for an unknown address and for a wrong password alike, after the same work. */
  signIn(credentials: {
    email: string;
    password: string;
    rememberMe?: boolean | undefined;
    /** In words of our own: nothing that tells one device of many from another. */
    device: string;
  }): Promise<NewSession | WaitingSignIn | null>;
  /** Begins a session for a pupil whose picture PIN was right; makes the identity on the first time. */
  openPupilSession(pupil: string): Promise<NewSession>;
  /** The session of these cookies, or null where there is none that holds. Rejects when the store cannot be asked. */
  session(headers: CookieHeaders): Promise<AskingSession | null>;
  /** Notes that a session asked for something. */
  noteSeen(session: string, at: number): Promise<void>;
  /** The sessions of somebody that still hold. */
  sessionsOf(person: string): Promise<readonly IdentitySession[]>;
  /** Ends sessions of somebody by their ids; what is none of theirs is left alone. */
  endSessions(person: string, sessions: ReadonlySet<string>): Promise<void>;
  /** Ends the session of these cookies; answers the headers that take the cookies away. */
  endSession(headers: CookieHeaders): Promise<readonly string[]>;
  /** Forgets sessions, links and waiting sign-ins that were over before that moment (SG-23). */
  forgetOver(now: number): Promise<void>;
  readonly secondFactor: SecondFactorStore;
  readonly passkeys: PasskeyStore;
  readonly passwords: PasswordStore;
  readonly provider: ProviderStore;
  /** Keeps a new member of staff's address and password. */
  addStaff(staff: NewStaff): Promise<void>;
  /** Whose address this is, in any spelling of it, or null. */
  ownerOf(email: string): Promise<string | null>;
  /** Takes away everything about somebody; answers the ids of the sessions that have ended by that. */
  forget(person: string): Promise<readonly string[]>;
  /** Everything but sessions, for a backup, in an order in which it can be brought in again. */
  archive(): AsyncIterable<IdentityRow>;
  /** Brings a row of a backup into an empty store. */
  bringIn(row: IdentityRow): Promise<void>;
}
