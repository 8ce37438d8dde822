import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of chance that depends on nothing but its name: equal names, equal streams. */
export class Chance {
  readonly #name: string;
  readonly #generator: ReturnType<typeof xoroshiro128plus>;

  constructor(name: string | number) {
    this.#name = String(name);
    this.#generator = xoroshiro128plus(hashOf(this.#name));
    // The first numbers of seeds that are alike are alike.
    for (let i = 0; i < 4; i += 1) this.#generator.next();
  }

  /** Another stream, which draws nothing from this one. */
  stream(name: string | number): Chance {
    return new Chance(`${this.#name}/${name}`);
  }

  /** 0 ≤ number < 1. */
  float(): number {
    return (this.#generator.next() >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to `below` - 1. */
  int(below: number): number {
    return Math.floor(this.float() * below);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.int(high - low + 1);
  }

  isTrue(share: number): boolean {
    return this.float() < share;
  }

  /** One of these, each as often as its weight says. */
  weighted<T>(choices: readonly { readonly weight: number; readonly value: T }[]): T | undefined {
    let left = this.float() * choices.reduce((sum, { weight }) => sum + weight, 0);
    for (const { weight, value } of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    return choices.at(-1)?.value;
  }
}

/** FNV-1a with a final stir. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
