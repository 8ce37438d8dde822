import { Refused } from '../http/refusal.ts';
import { deviceWords } from './device-words.ts';
import type { ProviderAnswer, ProviderStore } from './provider-store.ts';
import type { Asker, Sessions, StaffSession } from './session.ts';

interface ProviderSignInParts {
  /** Null where the instance has no provider. */
  readonly store: ProviderStore | null;
  readonly sessions: Sessions;
}

/** Signing in with the account of the school. The provider decides how strong that is: no second factor is asked for here. */
export class ProviderSignIn {
  readonly #parts: ProviderSignInParts;

  constructor(parts: ProviderSignInParts) {
    this.#parts = parts;
  }

  async begin(): Promise<{ readonly url: string; readonly setCookies: readonly string[] }> {
    const begun = await this.#store().begin();
    if (begun === null) throw new Refused('PROVIDER_AWAY', { retryAfterMs: 10_000 });
    return begun;
  }

  async finish(answer: ProviderAnswer, from: Asker): Promise<StaffSession> {
    const device = deviceWords(from.headers['user-agent']);
    const session = await this.#store().finish(from.headers, { ...answer, device });
    if (session === null) throw new Refused('PROVIDER_REFUSED');
    return this.#parts.sessions.begun(session, from.headers);
  }

  #store(): ProviderStore {
    const { store } = this.#parts;
    if (store === null) throw new Refused('NO_PROVIDER');
    return store;
  }
}
