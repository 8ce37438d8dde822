import type { CookieHeaders } from '../http/signed-in.ts';
import type { NewSession } from './new-session.ts';

/** What a provider sends a browser back with. */
export interface ProviderAnswer {
  readonly code?: string | undefined;
  readonly state: string;
  readonly iss?: string | undefined;
  readonly error?: string | undefined;
}

/** Sign-in by the school's own provider (OpenID Connect): only for people who are here already. */
export interface ProviderStore {
  /** Where a browser is sent, and the cookie that binds the way back to it. Null while the provider cannot be reached. */
  begin(): Promise<{ readonly url: string; readonly setCookies: readonly string[] } | null>;
  /** Signs in whoever the provider named. Null where the answer was not to this browser's question, or is about nobody here. */
  finish(headers: CookieHeaders, answer: ProviderAnswer & { readonly device: string }): Promise<NewSession | null>;
}
