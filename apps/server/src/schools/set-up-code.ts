import { timingSafeEqual } from 'node:crypto';

import { codeAlphabet } from '@bridgeboard/protocol';

import { Refused } from '../http/refusal.ts';
import { pickNumber } from '../time-and-chance.ts';
import type { Random } from '../time-and-chance.ts';

const groups = 3;
const lettersPerGroup = 4;

/** Counts wrong codes by the network they come from. Throws `Refused` RATE where there were too many. */
export interface WrongCodes {
  check(network: string, selector: string): Promise<void>;
  miss(network: string, selector: string): Promise<void>;
}

interface Parts {
  readonly random: Random;
  readonly wrongCodes: WrongCodes;
}

/** All wrong codes of a network count together: there is one door. */
const selector = 'set-up';

/** What whoever started the server reads there and types into the browser. Kept in memory alone: a new start has a new one. */
export class SetUpCode {
  readonly #letters: string;
  readonly #wrongCodes: WrongCodes;

  constructor({ random, wrongCodes }: Parts) {
    const pick = (): string => codeAlphabet.charAt(pickNumber(random, codeAlphabet.length));
    this.#letters = Array.from({ length: groups * lettersPerGroup }, pick).join('');
    this.#wrongCodes = wrongCodes;
  }

  /** As people read it out: `KFPA-7M4T-R2XC`. */
  get shown(): string {
    return (this.#letters.match(/.{4}/g) ?? []).join('-');
  }

  /** Throws `Refused` for another code, and for any after too many wrong ones. */
  async check(typed: string, network: string): Promise<void> {
    await this.#wrongCodes.check(network, selector);
    const given = Buffer.from(typed.toUpperCase().replaceAll(/[\s\p{Pd}]/gu, ''));
    const own = Buffer.from(this.#letters);
    if (given.length === own.length && timingSafeEqual(given, own)) return;
    await this.#wrongCodes.miss(network, selector);
    throw new Refused('SET_UP_CODE_WRONG');
  }
}
