import type { BetterAuthOptions } from 'better-auth';

import type { ProviderConfig } from '../../config.ts';
import type { Identity } from '../identity.ts';
import type { ProviderStore } from '../provider-store.ts';
import { answered } from './answered.ts';
import { deviceHeaders, cookieHeaders } from './library-sessions.ts';

interface ProviderParts {
  readonly provider: ProviderConfig;
  /** What the library is opened with on the same store. */
  readonly options: () => Promise<BetterAuthOptions>;
  readonly session: Identity['session'];
  /** Notes that a session was begun by the provider. */
  readonly note: (session: string) => Promise<void>;
  /** Where people find this instance. */
  readonly url: () => string;
}

/** Names the provider in what is kept of an account. */
const providerId = 'school';

/** Where the library would send a browser in the end; nobody is sent there, they are only told apart. */
const [done, failed] = ['https://bridgeboard.invalid/done', 'https://bridgeboard.invalid/failed'];

/** How long a provider may take to say where its parts are, in ms. */
const discoveryMs = 5_000;

/** The library once more, with the provider. */
async function openWith({ provider, options, url }: ProviderParts, discoveryUrl: string) {
  const { betterAuth } = await import('better-auth');
  const { genericOAuth } = await import('better-auth/plugins/generic-oauth');
  const config = {
    providerId,
    discoveryUrl,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    scopes: ['openid', 'email'],
    redirectURI: `${url()}/sign-in/provider`,
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: true,
  };
  return betterAuth({ ...(await options()), plugins: [genericOAuth({ config: [config] })] });
}

/** Opens it with the first sign-in that goes there. Answers null while the provider does not say where its parts are. */
function opener(parts: ProviderParts) {
  const discoveryUrl = `${parts.provider.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  let opened: ReturnType<typeof openWith> | undefined;
  return async () => {
    if (opened === undefined) {
      const found = await fetch(discoveryUrl, { signal: AbortSignal.timeout(discoveryMs) }).catch(() => null);
      if (!found?.ok) return null;
      opened = openWith(parts, discoveryUrl);
    }
    return opened;
  };
}

/**
 * Sign-in by the school's provider, on the same store. A provider who is away stops no start, and until it answers each sign-in
 * asks it anew.
 */
export function libraryProvider(parts: ProviderParts): ProviderStore {
  const opened = opener(parts);
  return {
    async begin() {
      const library = await opened();
      const body = { provider: providerId, callbackURL: done, errorCallbackURL: failed, disableRedirect: true };
      const begun = library && (await answered(() => library.api.signInSocial({ body, returnHeaders: true })));
      if (!begun?.response.url) return null;
      return { url: begun.response.url, setCookies: begun.headers.getSetCookie() };
    },
    async finish(headers, { device, ...query }) {
      const library = await opened();
      if (library === null) return null;
      const all = cookieHeaders(headers);
      for (const [name, value] of deviceHeaders(device)) all.set(name, value);
      const asked = {
        params: { id: providerId },
        query,
        method: 'GET' as const,
        headers: all,
        asResponse: true as const,
      };
      const answer = await library.api.callbackOAuth(asked);
      if (answer.headers.get('location') !== done) return null;
      const setCookies = answer.headers.getSetCookie();
      const begun = await parts.session({ cookie: setCookies.map((one) => one.split(';', 1)[0]).join('; ') });
      // Noted before its cookies are anybody's.
      if (begun !== null) await parts.note(begun.id);
      return begun && { user: begun.user, setCookies };
    },
  };
}
