import type { CookieHeaders } from '../http/signed-in.ts';
import type { NewSession } from './new-session.ts';

/** A passkey as it is kept: the public half of a key, and what its owner calls it. */
export interface KeptPasskey {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  /** The device's own name for it, base64url. */
  readonly credential: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  /** How often it has signed, as far as its device counts. */
  readonly counter: number;
  readonly transports: readonly string[];
  readonly createdAt: number;
  readonly usedAt: number | null;
}

type PasskeyToKeep = Omit<KeptPasskey, 'id' | 'usedAt'>;

/** A question that one browser was asked; `person` is null where nobody is signed in yet. */
export interface PasskeyQuestion {
  readonly challenge: string;
  readonly person: string | null;
}

/** Passkeys of staff, and the questions that they answer. */
export interface PasskeyStore {
  /** Those of somebody, the oldest first. */
  passkeysOf(person: string): Promise<readonly KeptPasskey[]>;
  passkeyBy(credential: string): Promise<KeptPasskey | null>;
  /** Keeps one. The session goes on with a new token where its owner had no second factor; otherwise null. */
  keep(headers: CookieHeaders, passkey: PasskeyToKeep): Promise<NewSession | null>;
  rename(passkey: string, name: string): Promise<void>;
  /** Notes that it signed its owner in. */
  noteUse(passkey: string, use: { readonly counter: number; readonly at: number }): Promise<void>;
  remove(passkey: KeptPasskey): Promise<void>;
  /** Keeps a question for five minutes; answers the headers of the cookie that binds it to a browser. */
  ask(question: PasskeyQuestion): Promise<readonly string[]>;
  /** Takes the question of this browser, once; null where there is none. */
  takeQuestion(headers: CookieHeaders): Promise<PasskeyQuestion | null>;
  /** Begins a session of whoever showed one. */
  begin(person: string, device: string): Promise<NewSession>;
}
