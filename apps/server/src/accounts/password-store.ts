import type { CookieHeaders } from '../http/signed-in.ts';
import type { NewSession } from './new-session.ts';

/** Passwords of staff, and the links that stand in for a forgotten one. */
export interface PasswordStore {
  /** Whether this is the password of whoever is signed in by these cookies. */
  isRight(headers: CookieHeaders, password: string): Promise<boolean>;
  /** Another password; all sessions end, and a new one begins. Null where the old one was wrong. */
  change(
    headers: CookieHeaders,
    to: { readonly password: string; readonly newPassword: string; readonly device: string },
  ): Promise<NewSession | null>;
  /** Whose address this is, or null. */
  personOfEmail(email: string): Promise<string | null>;
  emailOf(person: string): Promise<string | null>;
  /** Keeps what a link holds, so that it opens for this long, in ms; what is kept is not the link. */
  keepLink(person: string, token: string, forMs: number): Promise<void>;
  /** Whose link this is, as long as it opens; null otherwise. */
  personOfLink(token: string): Promise<string | null>;
  /** Uses a link up; all sessions of its person end, and all their other links. False where it does not open any more. */
  useLink(person: string, link: { readonly token: string; readonly password: string }): Promise<boolean>;
}
