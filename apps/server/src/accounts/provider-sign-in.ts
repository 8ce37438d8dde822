import { Refused } from '../http/refusal.ts';
import { lacksFactor } from '../http/signed-in.ts';
import type { Clock } from '../time-and-chance.ts';
import { deviceWords } from './device-words.ts';
import type { WaitingSignIn } from './new-session.ts';
import type { ProviderAnswer, ProviderStore } from './provider-store.ts';
import type { SecondFactorStore } from './second-factor-store.ts';
import { cookiesOf } from './session.ts';
import type { Asker, Sessions, StaffSession } from './session.ts';

interface ProviderSignInParts {
  /** Null where the instance has no provider. */
  readonly store: ProviderStore | null;
  readonly sessions: Sessions;
  readonly factors: Pick<SecondFactorStore, 'haversOf' | 'wait'>;
  readonly clock: Clock;
}

/** Signing in with the account of the school. The provider decides how strong that is, unless the school wants a second factor shown here. */
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

  /** Who has a second factor here that their school asks for shows it next; who has none is signed in, and can set one up. */
  async finish(answer: ProviderAnswer, from: Asker): Promise<StaffSession | WaitingSignIn> {
    const device = deviceWords(from.headers['user-agent']);
    const session = await this.#store().finish(from.headers, { ...answer, device });
    if (session === null) throw new Refused('PROVIDER_REFUSED');
    const { sessions, factors, clock } = this.#parts;
    const begun = await sessions.begun(session, from.headers);
    const cookies = cookiesOf(session);
    const signedIn = await sessions.personFromCookies(cookies);
    const mustShow = signedIn !== null && lacksFactor(signedIn, clock.now());
    if (!mustShow || !(await factors.haversOf([session.user])).has(session.user)) return begun;
    await sessions.signOut(cookies);
    return factors.wait(session.user);
  }

  #store(): ProviderStore {
    const { store } = this.#parts;
    if (store === null) throw new Refused('NO_PROVIDER');
    return store;
  }
}
