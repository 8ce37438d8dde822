import type { Configuration, ServerMetadata } from 'openid-client';
import * as z from 'zod';

import { isLoopback } from '../../config.ts';
import { Refused } from '../../http/refusal.ts';
import { createOutgoing, isPlace, type Reach } from '../../outgoing.ts';
import type { Clock } from '../../time-and-chance.ts';
import { refusalOf } from './openid-refusal.ts';
import type { ProviderAnswer, ProviderQuestion } from './provider-store.ts';
import type { AskedProvider } from './providers.ts';
import { verifiedAddress } from './verified-address.ts';

/** How long a provider may take for one answer, in seconds. */
const answerSeconds = 5;
/** After that it is asked again where its parts are. */
const knownForMs = 60 * 60_000;

const aboutItself = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
});
type AboutItself = z.infer<typeof aboutItself>;

interface Known {
  readonly asOf: string;
  readonly until: number;
  readonly configuration: Configuration;
}

/** Whoever a provider named. */
interface Named {
  readonly subject: string;
  /** Null where it has verified none. */
  readonly email: string | null;
}

/** OpenID Connect as its library speaks it, which is loaded with the first sign-in that goes there. */
export class Openid {
  readonly #clock: Clock;
  readonly #reach: Reach;
  readonly #callback: (school: string | null) => string;
  readonly #known = new Map<string | null, Known>();

  constructor(parts: { clock: Clock; reach: Reach; callback: (school: string | null) => string }) {
    this.#clock = parts.clock;
    this.#reach = parts.reach;
    this.#callback = parts.callback;
  }

  /** How a provider calls itself, by an address that somebody typed. Throws `Refused` PROVIDER_ADDRESS or PROVIDER_AWAY. */
  async issuerAt(address: string): Promise<string> {
    const bare = address.replace(/\/\.well-known\/openid-configuration$/, '');
    if (!isPlace(new URL(bare), this.#reach)) throw new Refused('PROVIDER_ADDRESS');
    return (await this.#aboutItself(bare, this.#reach)).issuer;
  }

  /** Throws `Refused` where it is away, or does not know this instance by that id and secret. */
  async check(provider: AskedProvider): Promise<void> {
    const { genericGrantRequest, randomState, randomPKCECodeVerifier } = await import('openid-client');
    this.#known.delete(provider.school);
    const configuration = await this.#configuration(provider);
    const made = { code: randomState(), code_verifier: randomPKCECodeVerifier() };
    try {
      // A code that nobody gave out: who sends it is looked at before it is.
      const asked = { ...made, redirect_uri: this.#callback(provider.school) };
      await genericGrantRequest(configuration, 'authorization_code', asked);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.code !== 'PROVIDER_REFUSED') throw refusal;
    }
  }

  /** Where a browser is sent, and what its answer is held against. */
  async ask(provider: AskedProvider): Promise<{ readonly url: string; readonly question: ProviderQuestion }> {
    const openid = await import('openid-client');
    const configuration = await this.#configuration(provider);
    const { school, issuer, clientId } = provider;
    const [state, nonce, verifier] = [openid.randomState(), openid.randomNonce(), openid.randomPKCECodeVerifier()];
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#callback(school),
      scope: 'openid email',
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, question: { school, issuer, clientId, state, nonce, verifier } };
  }

  /** Whom it named in answer to a question. Throws `Refused` where it answered something else, or to somebody else. */
  async named(provider: AskedProvider, question: ProviderQuestion, answer: ProviderAnswer): Promise<Named> {
    const { authorizationCodeGrant, fetchUserInfo } = await import('openid-client');
    const configuration = await this.#configuration(provider);
    const back = new URL(this.#callback(provider.school));
    for (const [name, value] of Object.entries(answer)) if (value !== undefined) back.searchParams.set(name, value);
    try {
      const { state: expectedState, nonce: expectedNonce, verifier: pkceCodeVerifier } = question;
      const checks = { expectedState, expectedNonce, pkceCodeVerifier, idTokenExpected: true };
      const tokens = await authorizationCodeGrant(configuration, back, checks);
      const claims = tokens.claims();
      if (claims === undefined) throw new Refused('PROVIDER_REFUSED');
      const hasMore = claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined;
      const said = hasMore ? await fetchUserInfo(configuration, tokens.access_token, claims.sub) : claims;
      return { subject: claims.sub, email: verifiedAddress(said, provider.issuer) };
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Known for an hour, so that not each sign-in asks anew; one that was away is asked each time. */
  async #configuration(provider: AskedProvider): Promise<Configuration> {
    const asOf = JSON.stringify([provider.issuer, provider.clientId, provider.clientSecret]);
    const known = this.#known.get(provider.school);
    if (known?.asOf === asOf && known.until > this.#clock.now()) return known.configuration;
    const reach = provider.school === null ? 'anywhere' : this.#reach;
    const configuration = await configurationOf(provider, await this.#aboutItself(provider.issuer, reach), reach);
    this.#known.set(provider.school, { asOf, until: this.#clock.now() + knownForMs, configuration });
    return configuration;
  }

  async #aboutItself(issuer: string, reach: Reach): Promise<AboutItself> {
    const bare = issuer.replace(/\/$/, '');
    const headers = { accept: 'application/json' };
    const signal = AbortSignal.timeout(answerSeconds * 1_000);
    const answer = await createOutgoing(reach)(`${bare}/.well-known/openid-configuration`, {
      method: 'GET',
      headers,
      signal,
    }).catch((error: unknown) => Promise.reject(refusalOf(error)));
    if (answer.status >= 500) throw new Refused('PROVIDER_AWAY', { retryAfterMs: 10_000 });
    const read = aboutItself.safeParse(await answer.json().catch(() => null));
    // Who speaks for others, or sends browsers somewhere that is no page, is none.
    if (
      !answer.ok ||
      !read.success ||
      read.data.issuer.replace(/\/$/, '') !== bare ||
      !isPage(read.data.authorization_endpoint)
    )
      throw new Refused('PROVIDER_ADDRESS');
    return read.data;
  }
}

function isPage(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

async function configurationOf(provider: AskedProvider, about: AboutItself, reach: Reach): Promise<Configuration> {
  const openid = await import('openid-client');
  const { clientId, clientSecret } = provider;
  const knowsPost = about.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false;
  const auth = knowsPost ? openid.ClientSecretPost(clientSecret) : openid.ClientSecretBasic(clientSecret);
  const configuration = new openid.Configuration(about as ServerMetadata, clientId, {}, auth);
  configuration[openid.customFetch] = createOutgoing(reach);
  configuration.timeout = answerSeconds;
  openid.enableNonRepudiationChecks(configuration);
  // Only on this machine, which `createOutgoing` sees to.
  if (about.token_endpoint.startsWith('http:')) openid.allowInsecureRequests(configuration);
  return configuration;
}
