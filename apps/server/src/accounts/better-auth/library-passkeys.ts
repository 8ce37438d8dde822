import type { KeptPasskey, PasskeyQuestion, PasskeyStore } from '../passkey-store.ts';
import { markFactor } from './factor-mark.ts';
import { cookieHeaders, deviceHeaders, newSession } from './library-sessions.ts';
import type { OpenedLibrary } from './opened-library.ts';

interface PasskeyRow {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: string;
  readonly createdAt: Date;
  readonly usedAt?: Date | null;
}

const model = 'passkey';
const byId = (id: string) => [{ field: 'id', value: id }];

function passkeyOf({ userId, credentialId, transports, createdAt, usedAt, ...row }: PasskeyRow): KeptPasskey {
  return {
    id: row.id,
    person: userId,
    name: row.name,
    credential: credentialId,
    publicKey: row.publicKey,
    counter: row.counter,
    transports: transports === '' ? [] : transports.split(','),
    createdAt: createdAt.getTime(),
    usedAt: usedAt?.getTime() ?? null,
  };
}

/** Passkeys as the library keeps them. */
export function libraryPasskeys(opened: OpenedLibrary): PasskeyStore {
  return {
    ...keptPasskeys(opened),
    async ask(question) {
      const { api } = await opened();
      const body = { kind: 'passkey', question: JSON.stringify(question) } as const;
      return (await api.askBrowser({ body, returnHeaders: true })).headers.getSetCookie();
    },
    async takeQuestion(headers) {
      const { api } = await opened();
      const kept = await api.takeQuestion({ body: { kind: 'passkey' }, headers: cookieHeaders(headers) });
      // Written by `ask` above, and found by a name that only its cookie has.
      return kept === null ? null : (JSON.parse(kept) as PasskeyQuestion);
    },
    async begin(person, device) {
      const { api } = await opened();
      const asked = {
        body: { person, byProvider: false },
        headers: deviceHeaders(device),
        returnHeaders: true,
      } as const;
      return newSession(person, (await api.openStaffSession(asked)).headers);
    },
  };
}

function keptPasskeys(opened: OpenedLibrary): Omit<PasskeyStore, 'ask' | 'takeQuestion' | 'begin'> {
  const adapter = async () => (await opened()).context.adapter;
  return {
    async passkeysOf(person) {
      const where = [{ field: 'userId', value: person }];
      const rows = await (await adapter()).findMany<PasskeyRow>({ model, where });
      return rows.map(passkeyOf).toSorted((one, other) => one.createdAt - other.createdAt);
    },
    async passkeyBy(credential) {
      const where = [{ field: 'credentialId', value: credential }];
      const row = await (await adapter()).findOne<PasskeyRow>({ model, where });
      return row && passkeyOf(row);
    },
    async keep(headers, { person, credential, transports, createdAt, ...passkey }) {
      const library = await opened();
      const row = { userId: person, credentialId: credential, transports: transports.join(',') };
      const data = { ...passkey, ...row, createdAt: new Date(createdAt) };
      await library.context.adapter.create({ model, data });
      const had = (await library.context.internalAdapter.findUserById(person)) as { twoFactorEnabled?: boolean } | null;
      if (had?.twoFactorEnabled === true) return null;
      await markFactor(library, person);
      const renewed = await library.api.renewToken({ headers: cookieHeaders(headers), returnHeaders: true });
      return newSession(person, renewed.headers);
    },
    async rename(passkey, name) {
      await (await adapter()).update({ model, where: byId(passkey), update: { name } });
    },
    async noteUse(passkey, { counter, at }) {
      await (await adapter()).update({ model, where: byId(passkey), update: { counter, usedAt: new Date(at) } });
    },
    async remove({ id, person }) {
      const library = await opened();
      await library.context.adapter.delete({ model, where: byId(id) });
      await markFactor(library, person);
    },
  };
}
