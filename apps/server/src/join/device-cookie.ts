import { SignedCookie } from '../http/signed-cookie.ts';
import { newId } from '../time-and-chance.ts';
import type { Random } from '../time-and-chance.ts';

/**
 * Names a device at the door, so that one child's wrong pictures make no pause for another child's tablet. Signed, so
 * that nobody invents a new device for each guess; gone when the browser closes; says nothing about anybody.
 */
export class DeviceCookie {
  readonly #cookie: SignedCookie;
  readonly #random: Random;

  constructor({ key, random, isHttps }: { key: Buffer; random: Random; isHttps: boolean }) {
    this.#cookie = new SignedCookie({ key, name: 'bb_device', isHttps });
    this.#random = random;
  }

  /** The device's id, or null without a cookie that we signed. */
  read(header: string | undefined): string | null {
    return this.#cookie.read(header);
  }

  /** A `Set-Cookie` header with a new device's id. */
  issue(): string {
    return this.#cookie.issue(newId(this.#random));
  }
}
