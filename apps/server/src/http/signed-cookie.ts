import { createHmac, timingSafeEqual } from 'node:crypto';

import { readCookie } from './cookies.ts';

interface SignedCookieParts {
  readonly key: Buffer;
  /** Without the prefix that browsers hold to https. */
  readonly name: string;
  readonly isHttps: boolean;
  /** How long a browser keeps it, in seconds; without it until it closes. */
  readonly maxAge?: number;
}

/** A cookie whose text nobody but this instance can make up. */
export class SignedCookie {
  readonly #key: Buffer;
  readonly #name: string;
  readonly #attributes: string;

  constructor({ key, name, isHttps, maxAge }: SignedCookieParts) {
    this.#key = key;
    this.#name = isHttps ? `__Host-${name}` : name;
    const lasts = maxAge === undefined ? '' : `; Max-Age=${maxAge}`;
    this.#attributes = `Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}${lasts}`;
  }

  /** The text of the cookie in a `Cookie` header, or null without one that we signed. */
  read(header: string | undefined): string | null {
    const value = readCookie(header, this.#name) ?? '';
    const end = value.lastIndexOf('.');
    if (end <= 0) return null;
    const text = value.slice(0, end);
    const [given, right] = [Buffer.from(value.slice(end + 1), 'base64url'), this.#sign(text)];
    return given.length === right.length && timingSafeEqual(given, right) ? text : null;
  }

  /** A `Set-Cookie` header that carries this text, of letters, digits, `-`, `_` and `.`. */
  issue(text: string): string {
    return `${this.#name}=${text}.${this.#sign(text).toString('base64url')}; ${this.#attributes}`;
  }

  #sign(text: string): Buffer {
    return createHmac('sha256', this.#key).update(text).digest();
  }
}
