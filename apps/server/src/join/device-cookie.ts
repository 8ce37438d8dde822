import { createHmac, timingSafeEqual } from 'node:crypto';

import { readCookie } from '../http/cookies.ts';
import { newId } from '../time-and-chance.ts';
import type { Random } from '../time-and-chance.ts';

/**
 * Names a device at the door, so that one child's wrong pictures make no pause for another child's tablet. Signed, so
 * that nobody invents a new device for each guess; gone when the browser closes; says nothing about anybody.
 */
export class DeviceCookie {
  readonly #key: Buffer;
  readonly #random: Random;
  readonly #name: string;
  readonly #attributes: string;

  constructor({ key, random, isHttps }: { key: Buffer; random: Random; isHttps: boolean }) {
    this.#key = key;
    this.#random = random;
    this.#name = isHttps ? '__Host-bb_device' : 'bb_device';
    this.#attributes = `Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;
  }

  /** The device's id, or null without a cookie that we signed. */
  read(header: string | undefined): string | null {
    const [id = '', signature = ''] = readCookie(header, this.#name)?.split('.') ?? [];
    const [given, right] = [Buffer.from(signature, 'base64url'), this.#sign(id)];
    return id !== '' && given.length === right.length && timingSafeEqual(given, right) ? id : null;
  }

  /** A `Set-Cookie` header with a new device's id. */
  issue(): string {
    const id = newId(this.#random);
    return `${this.#name}=${id}.${this.#sign(id).toString('base64url')}; ${this.#attributes}`;
  }

  #sign(id: string): Buffer {
    return createHmac('sha256', this.#key).update(id).digest();
  }
}
