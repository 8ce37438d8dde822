import type { ProviderQuestion, ProviderStore } from '../provider/provider-store.ts';
import { cookieHeaders, deviceHeaders, newSession } from './library-sessions.ts';
import type { OpenedLibrary } from './opened-library.ts';

/** Sign-ins by providers, as the library keeps what they need. */
export function libraryProvider(opened: OpenedLibrary): ProviderStore {
  return {
    async ask(question) {
      const { api } = await opened();
      const body = { kind: 'provider', question: JSON.stringify(question) } as const;
      return (await api.askBrowser({ body, returnHeaders: true })).headers.getSetCookie();
    },
    async takeQuestion(headers) {
      const { api } = await opened();
      const kept = await api.takeQuestion({ body: { kind: 'provider' }, headers: cookieHeaders(headers) });
      // Written by `ask` above, and found by a name that only its cookie has.
      return kept === null ? null : (JSON.parse(kept) as ProviderQuestion);
    },
    async ownerOf(provider, subject) {
      const { adapter } = (await opened()).context;
      const where = [
        { field: 'providerId', value: provider },
        { field: 'accountId', value: subject },
      ];
      return (await adapter.findOne<{ userId: string }>({ model: 'account', where }))?.userId ?? null;
    },
    async link(provider, subject, person) {
      const { internalAdapter } = (await opened()).context;
      await internalAdapter.linkAccount({ userId: person, providerId: provider, accountId: subject });
    },
    async forgetLinks(provider) {
      const { adapter } = (await opened()).context;
      await adapter.deleteMany({ model: 'account', where: [{ field: 'providerId', value: provider }] });
    },
    async begin(person, device) {
      const { api } = await opened();
      const asked = {
        body: { person, byProvider: true },
        headers: deviceHeaders(device),
        returnHeaders: true,
      } as const;
      return newSession(person, (await api.openStaffSession(asked)).headers);
    },
  };
}
