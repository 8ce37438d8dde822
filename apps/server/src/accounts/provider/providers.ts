import type { School, WayByProvider } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

import type { ProviderConfig } from '../../config.ts';
import { Refused } from '../../http/refusal.ts';
import { openText } from '../../sealed-text.ts';

/** A provider with all that it takes to ask it. */
export interface AskedProvider extends ProviderConfig {
  /** Whose it is; null for the instance's. */
  readonly school: string | null;
}

interface ProvidersParts {
  readonly directory: Pick<Directory, 'school' | 'schools'>;
  /** The instance's, for schools without one of their own. */
  readonly instance: ProviderConfig | null;
  readonly key: Buffer;
  /** Where people find this instance. */
  readonly url: () => string;
}

/** Which provider signs in the staff of which school: its own, or else the instance's. */
export class Providers {
  readonly #parts: ProvidersParts;

  constructor(parts: ProvidersParts) {
    this.#parts = parts;
  }

  /** A school's own, or with null the instance's. Null where there is none; throws `Refused` where its secret cannot be read any more. */
  async of(school: string | null): Promise<AskedProvider | null> {
    const { instance } = this.#parts;
    if (school === null) return instance && { ...instance, school };
    const kept = await this.#parts.directory.school(school);
    return kept?.provider ? { ...kept.provider, school, clientSecret: this.#secretOf(kept.provider, school) } : null;
  }

  /** Whether somebody of this school may be signed in by that provider. */
  async isFor(provider: AskedProvider, school: string): Promise<boolean> {
    if (provider.school !== null) return provider.school === school;
    return (await this.#parts.directory.school(school))?.provider === null;
  }

  /** All by which anybody may sign in here. */
  async ways(): Promise<WayByProvider[]> {
    const { directory, instance } = this.#parts;
    const schools = await directory.schools();
    const own = schools.flatMap(({ id, name, provider }) =>
      provider ? [{ school: { id, name }, name: provider.name }] : [],
    );
    const isLeft = instance !== null && (own.length === 0 || own.length < schools.length);
    return isLeft ? [...own, { school: null, name: instance.name }] : own;
  }

  /** Where a provider sends browsers back to: an address for each, so that none can pass on what another one answered. */
  callback(school: string | null): string {
    const all = `${this.#parts.url()}/sign-in/provider`;
    return school === null ? all : `${all}/${school}`;
  }

  #secretOf({ secretSealed }: NonNullable<School['provider']>, school: string): string {
    try {
      return openText(secretSealed, { key: this.#parts.key, of: school });
    } catch (cause) {
      // Sealed by an instance with another key, whose backup this is.
      throw new Refused('PROVIDER_CLIENT', { cause });
    }
  }
}

/** Names a provider in what is kept of who somebody is there. Before schools had their own, the instance's was called so. */
export function linkNameOf({ school, issuer }: Pick<AskedProvider, 'school' | 'issuer'>): string {
  return school === null ? 'school' : `${school} ${issuer}`;
}
