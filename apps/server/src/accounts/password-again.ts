import { MissPauses } from '../http/miss-pauses.ts';
import { Refused } from '../http/refusal.ts';
import type { SignedIn } from '../http/signed-in.ts';
import type { Clock } from '../time-and-chance.ts';
import type { PasswordStore } from './password-store.ts';
import { signInRule } from './session.ts';
import type { Asker } from './session.ts';

/** Whoever is signed in shows their password again before they change how they sign in: a device left open is not enough. */
export class PasswordAgain {
  readonly #store: Pick<PasswordStore, 'isRight'>;
  readonly #pauses: MissPauses;

  constructor({ store, clock }: { store: Pick<PasswordStore, 'isRight'>; clock: Clock }) {
    this.#store = store;
    this.#pauses = new MissPauses({ rule: signInRule, clock });
  }

  /** Does what needs the password and answers null where it was wrong. Wrong ones count as at sign-in (SEC-30). */
  async counted<T>({ person }: SignedIn, network: string, act: () => Promise<T | null>): Promise<T> {
    const key = `${person.id} ${network}`;
    this.#pauses.check(key);
    this.#pauses.miss(key);
    const answer = await act();
    if (answer === null) throw new Refused('PASSWORD_WRONG');
    this.#pauses.hit(key);
    return answer;
  }

  async check(asker: SignedIn, password: string, { headers, network }: Asker): Promise<void> {
    await this.counted(asker, network, async () => (await this.#store.isRight(headers, password)) || null);
  }
}
