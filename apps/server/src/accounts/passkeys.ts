import type { NewPasskey, OwnPasskey, ShownPasskey } from '@bridgeboard/protocol';

import { found, Refused } from '../http/refusal.ts';
import type { SignedIn } from '../http/signed-in.ts';
import type { Clock } from '../time-and-chance.ts';
import { deviceWords } from './device-words.ts';
import type { NewSession } from './new-session.ts';
import type { KeptPasskey, PasskeyStore } from './passkey-store.ts';
import type { PasswordAgain } from './password-again.ts';
import type { Asker, Sessions, StaffSession } from './session.ts';

interface PasskeysParts {
  readonly store: PasskeyStore;
  readonly sessions: Sessions;
  readonly passwords: PasswordAgain;
  readonly clock: Clock;
}

/** Who asks, and from which of our own origins. */
export interface PasskeyAsker extends Asker {
  readonly origin: string;
}

/** A question for `navigator.credentials`, and the cookie that binds its answer to this browser. */
interface Asked {
  readonly options: { readonly challenge: string; readonly [name: string]: unknown };
  readonly setCookies: readonly string[];
}

const mostPasskeys = 10;

/** Memory is for those who use it: the parts that check passkeys come with the first one. */
const webauthn = () => import('./webauthn.ts');

/** Signing in by a key that a device keeps and uses only for whoever unlocks it: both factors in one. */
export class Passkeys {
  readonly #parts: PasskeysParts;

  constructor(parts: PasskeysParts) {
    this.#parts = parts;
  }

  async list(person: string): Promise<OwnPasskey[]> {
    const kept = await this.#parts.store.passkeysOf(person);
    return kept.map(({ id, name, createdAt, usedAt }) => ({ id, name, createdAt, usedAt }));
  }

  /** The question for a new one. Throws `Refused` PASSWORD_WRONG, or PASSKEYS_FULL. */
  async begin(asker: SignedIn, password: string, from: PasskeyAsker): Promise<Asked> {
    const { store, passwords } = this.#parts;
    await passwords.check(asker, password, from);
    const { id, name } = asker.person;
    const have = await store.passkeysOf(id);
    if (have.length >= mostPasskeys) throw new Refused('PASSKEYS_FULL');
    const options = await (await webauthn()).askForNew(from.origin, { id, name, have });
    return { options, setCookies: await store.ask({ challenge: options.challenge, person: id }) };
  }

  /** Keeps it. Where it is the first factor the session goes on under a new token (SEC-06), all others end; otherwise answers null. */
  async add(
    { person: { id: person } }: SignedIn,
    { name, made }: { readonly name: string; readonly made: NewPasskey },
    { headers, origin }: PasskeyAsker,
  ): Promise<NewSession | null> {
    const { store, sessions, clock } = this.#parts;
    const question = await store.takeQuestion(headers);
    if (question?.person !== person) throw new Refused('PASSKEY_REFUSED');
    const key = await (await webauthn()).checkNew(origin, question.challenge, made);
    if (key === null || (await store.passkeyBy(key.credential)) !== null) throw new Refused('PASSKEY_REFUSED');
    return sessions.endingSessions(person, async () => {
      const renewed = await store.keep(headers, { ...key, person, name, createdAt: clock.now() });
      if (renewed !== null) await sessions.endOthers(renewed);
      return renewed;
    });
  }

  async rename(asker: SignedIn, passkey: string, name: string): Promise<void> {
    const { id } = await this.#own(asker, passkey);
    await this.#parts.store.rename(id, name);
  }

  async remove(
    asker: SignedIn,
    { passkey, password }: { passkey: string; password: string },
    from: Asker,
  ): Promise<void> {
    await this.#parts.passwords.check(asker, password, from);
    await this.#parts.store.remove(await this.#own(asker, passkey));
  }

  async #own({ person }: SignedIn, passkey: string): Promise<KeptPasskey> {
    return found((await this.#parts.store.passkeysOf(person.id)).find(({ id }) => id === passkey));
  }

  /** The question for a sign-in, which tells nothing of who has a passkey. */
  async ask(origin: string): Promise<Asked> {
    const options = await (await webauthn()).askForOne(origin);
    return { options, setCookies: await this.#parts.store.ask({ challenge: options.challenge, person: null }) };
  }

  /** Signs in whoever's passkey it is. Whatever is wrong with it, the answer is PASSKEY_REFUSED. */
  async signIn(shown: ShownPasskey, { headers, origin }: PasskeyAsker): Promise<StaffSession> {
    const { store, sessions, clock } = this.#parts;
    const question = await store.takeQuestion(headers);
    const kept = await store.passkeyBy(shown.id);
    if (question === null || question.person !== null || kept === null) throw new Refused('PASSKEY_REFUSED');
    const counter = await (await webauthn()).checkShown({ origin, challenge: question.challenge }, shown, kept);
    if (counter === null) throw new Refused('PASSKEY_REFUSED');
    await store.noteUse(kept.id, { counter, at: clock.now() });
    const session = await store.begin(kept.person, deviceWords(headers['user-agent']));
    return sessions.begun(session, headers);
  }
}
