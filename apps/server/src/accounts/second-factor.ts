import { MissPauses } from '../http/miss-pauses.ts';
import type { PauseRule } from '../http/miss-pauses.ts';
import { Refused } from '../http/refusal.ts';
import type { SignedIn } from '../http/signed-in.ts';
import type { Clock } from '../time-and-chance.ts';
import { deviceWords } from './device-words.ts';
import type { NewSession } from './new-session.ts';
import type { PasswordAgain } from './password-again.ts';
import type { SecondFactorStore } from './second-factor-store.ts';
import type { Asker, Sessions, StaffSession } from './session.ts';

interface SecondFactorParts {
  readonly store: SecondFactorStore;
  readonly sessions: Sessions;
  readonly passwords: PasswordAgain;
  readonly clock: Clock;
}

/** What is shown once when a second factor is set up. */
export interface NewSecret {
  /** For an app's camera, as a QR code. */
  readonly uri: string;
  /** The same to type by hand. */
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Whoever guesses here knows the password: after five misses each guess costs a quarter of an hour in the end, and it is never a lock (SEC-30). */
const codeRule: PauseRule = {
  misses: 5,
  missesAgain: 1,
  pausesMs: [30_000, 60_000, 5 * 60_000, 15 * 60_000],
  forgetAfterMs: 60 * 60_000,
  code: 'RATE',
};

/** A code is right for half a minute, and as long before and after it. */
const codeLivesMs = 90_000;

/** The second step of signing in, and how staff set it up and switch it off. */
export class SecondFactor {
  readonly #parts: SecondFactorParts;
  readonly #pauses: MissPauses;
  readonly #used = new Map<string, number>();

  constructor(parts: SecondFactorParts) {
    this.#parts = parts;
    this.#pauses = new MissPauses({ rule: codeRule, clock: parts.clock });
  }

  /** Signs in whose password was right on this device just now. */
  async signIn(shown: string, from: Asker): Promise<StaffSession> {
    const { store, sessions } = this.#parts;
    const person = await store.waitingPerson(from.headers);
    if (person === null) throw new Refused('SIGN_IN_NEEDED');
    const device = deviceWords(from.headers['user-agent']);
    const session = await this.#counted({ person, shown, network: from.network }, (code) =>
      store.finishSignIn(from.headers, { code, device }),
    );
    return sessions.begun(session, from.headers);
  }

  /** A new secret that counts once a code of it was shown. */
  async begin(asker: SignedIn, password: string, from: Asker): Promise<NewSecret> {
    const { store, passwords } = this.#parts;
    if ((await store.recoveryCodesLeft(asker.person.id)) !== null) throw new Refused('CHANGED');
    const begun = await passwords.counted(asker, from.network, () => store.begin(from.headers, password));
    return { ...begun, secret: new URL(begun.uri).searchParams.get('secret') ?? '' };
  }

  /** The factor counts from now on. The session goes on under a new token (SEC-06), all others end. */
  async confirm(asker: SignedIn, shown: string, from: Asker): Promise<NewSession> {
    const { store, sessions } = this.#parts;
    const person = asker.person.id;
    return sessions.endingSessions(person, async () => {
      const attempt = { person, shown, network: from.network };
      const session = await this.#counted(attempt, (code) => store.confirm(from.headers, code));
      // They were begun with the password alone. Who had a passkey has no new token: theirs were begun with more.
      if (session.setCookies.length > 0) await sessions.endOthers(session);
      return session;
    });
  }

  async renewRecoveryCodes(asker: SignedIn, password: string, from: Asker): Promise<readonly string[]> {
    const { store, passwords } = this.#parts;
    return passwords.counted(asker, from.network, () => store.renewRecoveryCodes(from.headers, password));
  }

  /** Takes it away: who knows the password alone, or holds the app alone, cannot. */
  async end(
    asker: SignedIn,
    { password, code: shown }: { readonly password: string; readonly code: string },
    from: Asker,
  ): Promise<readonly string[]> {
    const { store, sessions, passwords } = this.#parts;
    const person = asker.person.id;
    await passwords.check(asker, password, from);
    return sessions.endingSessions(person, async () => {
      await this.#counted({ person, shown, network: from.network }, (code) => store.check(from.headers, code));
      return passwords.counted(asker, from.network, () => store.end(from.headers, password));
    });
  }

  /** Tries a code that was not used before; counted before it is looked at, so that guesses that arrive together do not all pass. */
  async #counted<T>(
    { person, shown, network }: { person: string; shown: string; network: string },
    use: (code: string) => Promise<T | null>,
  ): Promise<T> {
    const code = normaliseCode(shown);
    const [guesser, once] = [`${person} ${network}`, `${person} ${code}`];
    this.#pauses.check(guesser);
    this.#pauses.miss(guesser);
    if (!this.#take(once)) throw new Refused('CODE_WRONG');
    const answer = await use(code);
    if (answer === null) {
      this.#used.delete(once);
      throw new Refused('CODE_WRONG');
    }
    this.#pauses.hit(guesser);
    return answer;
  }

  /** False for a code that was shown in the last minute and a half: whoever looked over a shoulder is late. */
  #take(once: string): boolean {
    const now = this.#parts.clock.now();
    for (const [key, until] of this.#used) if (until <= now) this.#used.delete(key);
    if (this.#used.has(once)) return false;
    this.#used.set(once, now + codeLivesMs);
    return true;
  }
}

/** As people type it: "123 456", a recovery code in any case and with or without its dash. */
function normaliseCode(shown: string): string {
  const bare = shown.replaceAll(/[\s-]/g, '').toUpperCase();
  return /^\d{6}$/.test(bare) ? bare : `${bare.slice(0, 5)}-${bare.slice(5)}`;
}
