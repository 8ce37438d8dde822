import type { CookieHeaders } from '../../http/signed-in.ts';
import type { NewSession } from '../new-session.ts';

/** What a provider sends a browser back with. */
export interface ProviderAnswer {
  readonly code?: string | undefined;
  readonly state: string;
  readonly iss?: string | undefined;
  readonly error?: string | undefined;
}

/** What one browser was sent to a provider with. */
export interface ProviderQuestion {
  /** Whose provider it is; null for the instance's. */
  readonly school: string | null;
  readonly issuer: string;
  readonly clientId: string;
  readonly state: string;
  readonly nonce: string;
  /** What the challenge was made of (PKCE). */
  readonly verifier: string;
}

/** What is kept for sign-ins by providers: the questions under way, and who somebody is there. */
export interface ProviderStore {
  /** Keeps a question for ten minutes; answers the headers of the cookie that binds it to a browser. */
  ask(question: ProviderQuestion): Promise<readonly string[]>;
  /** Takes the question of this browser, once; null where there is none. */
  takeQuestion(headers: CookieHeaders): Promise<ProviderQuestion | null>;
  /** Who signed in as this subject of a provider before, or null. */
  ownerOf(provider: string, subject: string): Promise<string | null>;
  link(provider: string, subject: string, person: string): Promise<void>;
  /** Forgets who everybody is at a provider. */
  forgetLinks(provider: string): Promise<void>;
  /** Begins a session, with the mark that a provider said whose it is. */
  begin(person: string, device: string): Promise<NewSession>;
}
