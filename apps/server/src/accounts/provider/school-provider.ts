import type { ProviderSetting, School } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';
import type { LimitFunction } from 'p-limit';

import { isIssuer } from '../../config.ts';
import { Refused, found } from '../../http/refusal.ts';
import type { SignedIn } from '../../http/signed-in.ts';
import { sealText } from '../../sealed-text.ts';
import type { Random } from '../../time-and-chance.ts';
import type { Identity } from '../identity.ts';
import type { PasswordAgain } from '../password-again.ts';
import type { Asker, Sessions } from '../session.ts';
import type { Openid } from './openid.ts';
import { linkNameOf, type Providers } from './providers.ts';

interface SchoolProviderParts {
  readonly directory: Pick<Directory, 'school' | 'putSchool' | 'staffOf'>;
  readonly identity: Pick<Identity, 'provider' | 'secondFactor' | 'sessionsOf' | 'endSessions'>;
  readonly sessions: Sessions;
  readonly providers: Providers;
  readonly openid: Openid;
  readonly passwords: PasswordAgain;
  /** Changes of a school wait their turn. */
  readonly inTurn: LimitFunction;
  /** What the staff of a school may has changed. */
  readonly renewStaff: (school: string) => Promise<void>;
  readonly key: Buffer;
  readonly random: Random;
}

/** What an administrator says of it; without a secret the one that is kept stays. */
export type ProviderWish = ProviderSetting & { readonly clientSecret: string | null; readonly password: string };

/** A school's own provider of sign-in: whoever sets it decides who can be signed in as any of its staff. */
export class SchoolProviders {
  readonly #parts: SchoolProviderParts;

  constructor(parts: SchoolProviderParts) {
    this.#parts = parts;
  }

  /** What is told of it: never the secret. */
  async read(school: string): Promise<{ readonly provider: ProviderSetting | null; readonly callback: string }> {
    const { directory, providers } = this.#parts;
    const kept = found(await directory.school(school)).provider;
    const provider = kept && { name: kept.name, issuer: kept.issuer, clientId: kept.clientId };
    return { provider, callback: providers.callback(school) };
  }

  /** Asks whether it is there and knows this instance. */
  async check(school: string): Promise<void> {
    const provider = await this.#parts.providers.of(school);
    if (provider === null) throw new Refused('NO_PROVIDER');
    await this.#parts.openid.check(provider);
  }

  async set(asker: SignedIn, wish: ProviderWish, from: Asker): Promise<void> {
    const { openid, key, random } = this.#parts;
    const { school } = asker.person;
    await this.#mayChange(asker, wish.password, from);
    if (!isIssuer(wish.issuer)) throw new Refused('PROVIDER_ADDRESS');
    const { name, clientId } = wish;
    const issuer = await openid.issuerAt(wish.issuer);
    const clientSecret = wish.clientSecret ?? (await this.#keptSecret(school, { issuer, clientId }));
    await openid.check({ school, name, issuer, clientId, clientSecret });
    await this.#keep(asker, {
      name,
      issuer,
      clientId,
      secretSealed: sealText(clientSecret, { key, of: school, random }),
    });
  }

  async remove(asker: SignedIn, password: string, from: Asker): Promise<void> {
    await this.#mayChange(asker, password, from);
    await this.#keep(asker, null);
  }

  async #mayChange(asker: SignedIn, password: string, from: Asker): Promise<void> {
    const { identity, passwords } = this.#parts;
    const { id } = asker.person;
    if (!(await identity.secondFactor.haversOf([id])).has(id)) throw new Refused('PROVIDER_NEEDS_FACTOR');
    await passwords.check(asker, password, from);
  }

  /** A secret goes to whom it was entered for and to nobody else. */
  async #keptSecret(
    school: string,
    { issuer, clientId }: Pick<ProviderSetting, 'issuer' | 'clientId'>,
  ): Promise<string> {
    const kept = await this.#parts.providers.of(school);
    if (kept?.issuer !== issuer || kept.clientId !== clientId) throw new Refused('PROVIDER_CLIENT');
    return kept.clientSecret;
  }

  async #keep(asker: SignedIn, next: School['provider']): Promise<void> {
    const { directory, identity, inTurn, renewStaff } = this.#parts;
    const { school } = asker.person;
    const before = await inTurn(async () => {
      const kept = found(await directory.school(school));
      const isSame = kept.provider?.issuer === next?.issuer && kept.provider?.clientId === next?.clientId;
      // What was said of the second factor of one provider holds for no other one.
      const factor = isSame ? kept.factor : { ...kept.factor, providerCounts: false };
      await directory.putSchool({ ...kept, provider: next, factor });
      return isSame ? undefined : kept.provider;
    });
    if (before === undefined) return;
    if (before !== null) await identity.provider.forgetLinks(linkNameOf({ school, issuer: before.issuer }));
    await this.#endSessionsByProvider(asker);
    await renewStaff(school);
  }

  /** The administrator who asks has shown the password just now, so that their session stays. */
  async #endSessionsByProvider({ person, sessionId }: SignedIn): Promise<void> {
    const { directory, identity, sessions } = this.#parts;
    for (const { id } of await directory.staffOf(person.school)) {
      const begun = (await identity.sessionsOf(id)).filter((one) => one.isByProvider && one.id !== sessionId);
      if (begun.length === 0) continue;
      const ids = new Set(begun.map((one) => one.id));
      await sessions.endingSessions(id, () => identity.endSessions(id, ids));
    }
  }
}
