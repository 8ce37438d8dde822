import type { CookieHeaders } from '../http/signed-in.ts';
import { SignedCookie } from '../http/signed-cookie.ts';
import { newId } from '../time-and-chance.ts';
import type { Clock, Random } from '../time-and-chance.ts';

/** Longer than any holidays. */
const knownForSeconds = 90 * 86_400;

/** A browser in which somebody of staff has signed in. */
export interface KnownDevice {
  readonly id: string;
  readonly person: string;
}

/**
 * Remembers in a browser who of staff has signed in there: guesses from elsewhere, also from next door behind the same
 * address, can then neither slow their sign-in nor crowd it out. It opens nothing. (OWASP, "Slow Down Online Guessing
 * Attacks with Device Cookies".)
 */
export class KnownDevices {
  readonly #cookie: SignedCookie;
  readonly #clock: Clock;
  readonly #random: Random;

  constructor({ key, isHttps, clock, random }: { key: Buffer; isHttps: boolean; clock: Clock; random: Random }) {
    this.#cookie = new SignedCookie({ key, name: 'bb_known', isHttps, maxAge: knownForSeconds });
    this.#clock = clock;
    this.#random = random;
  }

  /** The device that these cookies are of, or null where nobody of staff has signed in for ninety days. */
  read({ cookie }: CookieHeaders): KnownDevice | null {
    const [person = '', id = '', until = ''] = this.#cookie.read(cookie)?.split('.') ?? [];
    return Number(until) > this.#clock.now() ? { id, person } : null;
  }

  /** A `Set-Cookie` header for the browser in which somebody has just signed in. */
  issue(person: string): string {
    const until = this.#clock.now() + knownForSeconds * 1_000;
    return this.#cookie.issue(`${person}.${newId(this.#random)}.${until}`);
  }
}
