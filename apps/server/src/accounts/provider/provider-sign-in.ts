import { Refused } from '../../http/refusal.ts';
import { lacksFactor } from '../../http/signed-in.ts';
import type { Clock } from '../../time-and-chance.ts';
import { deviceWords } from '../device-words.ts';
import type { Identity } from '../identity.ts';
import type { WaitingSignIn } from '../new-session.ts';
import type { SecondFactorStore } from '../second-factor-store.ts';
import { cookiesOf } from '../session.ts';
import type { Asker, Sessions, StaffSession } from '../session.ts';
import type { Openid } from './openid.ts';
import type { ProviderAnswer, ProviderQuestion, ProviderStore } from './provider-store.ts';
import { linkNameOf, type AskedProvider, type Providers } from './providers.ts';

interface ProviderSignInParts {
  readonly store: ProviderStore;
  readonly providers: Providers;
  readonly openid: Openid;
  readonly identity: Pick<Identity, 'ownerOf'>;
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

  async begin(school: string | null): Promise<{ readonly url: string; readonly setCookies: readonly string[] }> {
    const { store, providers, openid } = this.#parts;
    const provider = await providers.of(school);
    if (provider === null) throw new Refused('NO_PROVIDER');
    const { url, question } = await openid.ask(provider);
    return { url, setCookies: await store.ask(question) };
  }

  /** Who has a second factor here that their school asks for shows it next; who has none is signed in, and can set one up. */
  async finish(
    { school, ...answer }: ProviderAnswer & { readonly school: string | null },
    from: Asker,
  ): Promise<StaffSession | WaitingSignIn> {
    const { store, sessions, factors, clock } = this.#parts;
    const question = await store.takeQuestion(from.headers);
    // By another way back than that of who was asked comes what somebody else answered: nothing of it goes to who was asked.
    if (question === null || question.school !== school) throw new Refused('PROVIDER_REFUSED');
    const person = await this.#personBy(await this.#stillAsked(question), question, answer);
    const session = await store.begin(person, deviceWords(from.headers['user-agent']));
    const begun = await sessions.begun(session, from.headers);
    const cookies = cookiesOf(session);
    try {
      // Whoever takes a provider away ends the sessions it has begun by then, and this one may have begun since.
      await this.#stillAsked(question);
    } catch (error) {
      await sessions.signOut(cookies);
      throw error;
    }
    const signedIn = await sessions.personFromCookies(cookies);
    const mustShow = signedIn !== null && lacksFactor(signedIn, clock.now());
    if (!mustShow || !(await factors.haversOf([person])).has(person)) return begun;
    await sessions.signOut(cookies);
    return factors.wait(person);
  }

  /** The provider that a question was for, as long as it is the one to ask. */
  async #stillAsked({ school, issuer, clientId }: ProviderQuestion): Promise<AskedProvider> {
    const provider = await this.#parts.providers.of(school);
    if (provider?.issuer !== issuer || provider.clientId !== clientId) throw new Refused('PROVIDER_REFUSED');
    return provider;
  }

  /** Whom of its own school a provider names: never anybody of another one, whatever it says. */
  async #personBy(provider: AskedProvider, question: ProviderQuestion, answer: ProviderAnswer): Promise<string> {
    const { store, providers, openid, identity, sessions } = this.#parts;
    const { subject, email } = await openid.named(provider, question, answer);
    const name = linkNameOf(provider);
    const linked = await store.ownerOf(name, subject);
    const id = linked ?? (email === null ? null : await identity.ownerOf(email));
    const member = id === null ? null : await sessions.staffMember(id);
    if (member === null || !(await providers.isFor(provider, member.school))) throw new Refused('PROVIDER_REFUSED');
    if (linked === null) await store.link(name, subject, member.id);
    return member.id;
  }
}
