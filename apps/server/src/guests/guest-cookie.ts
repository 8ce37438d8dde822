import { readCookie } from '../http/cookies.ts';

/** The session of a guest: a cookie of its own, so that to everything else a guest is nobody who is signed in. */
export class GuestCookie {
  readonly #name: string;
  readonly #attributes: string;

  constructor({ isHttps }: { isHttps: boolean }) {
    this.#name = isHttps ? '__Host-bb_guest' : 'bb_guest';
    this.#attributes = `Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;
  }

  read(header: string | undefined): string | null {
    return readCookie(header, this.#name) ?? null;
  }

  /** The `Set-Cookie` header for a session that holds for so many ms. */
  write(value: string, forMs: number): string {
    return `${this.#name}=${value}; ${this.#attributes}; Max-Age=${Math.max(0, Math.floor(forMs / 1_000))}`;
  }
}
