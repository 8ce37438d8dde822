import type { CookieHeaders } from '../http/signed-in.ts';
import type { NewSession, WaitingSignIn } from './new-session.ts';

/** The second factor of staff: an app that shows a code of six digits, and recovery codes for when it is lost. Null is always a refusal. */
export interface SecondFactorStore {
  /** Who of these has one. */
  haversOf(people: readonly string[]): Promise<ReadonlySet<string>>;
  /** How many recovery codes are left; null where there is no second factor. */
  recoveryCodesLeft(person: string): Promise<number | null>;
  /** Makes a secret that counts once it is confirmed. Null for a wrong password, or where there is a factor already. */
  begin(
    headers: CookieHeaders,
    password: string,
  ): Promise<{ readonly uri: string; readonly recoveryCodes: readonly string[] } | null>;
  /** From now on the factor counts; the session goes on with a new token. Null for a wrong code. */
  confirm(headers: CookieHeaders, code: string): Promise<NewSession | null>;
  /** New recovery codes in place of the old ones. Null for a wrong password. */
  renewRecoveryCodes(headers: CookieHeaders, password: string): Promise<readonly string[] | null>;
  /** True for a right code of whoever is signed in; a recovery code is used up by it. */
  check(headers: CookieHeaders, code: string): Promise<true | null>;
  /** Takes the factor away; answers the headers of the session's new token. Null for a wrong password. */
  end(headers: CookieHeaders, password: string): Promise<readonly string[] | null>;
  /** Takes it away from somebody, app and passkeys alike. */
  forget(person: string): Promise<void>;
  /** Lets somebody wait whom a provider has named, until they show it here. */
  wait(person: string): Promise<WaitingSignIn>;
  /** Whose password was right on this device minutes ago, and who has a code still to show. */
  waitingPerson(headers: CookieHeaders): Promise<string | null>;
  /** Signs them in. Null for a wrong code, and after five of them for every code. */
  finishSignIn(
    headers: CookieHeaders,
    shown: { readonly code: string; readonly device: string },
  ): Promise<NewSession | null>;
}
