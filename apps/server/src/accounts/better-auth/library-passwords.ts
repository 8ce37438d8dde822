import type { PasswordStore } from '../password-store.ts';
import { answered } from './answered.ts';
import { cookieHeaders, deviceHeaders, newSession } from './library-sessions.ts';
import type { Library } from './open-library.ts';

/** What the library looks a link up by. */
const linkOf = (token: string): string => `reset-password:${token}`;

/** Passwords as the library keeps them. */
export function libraryPasswords({ api, context }: Library): PasswordStore {
  const { internalAdapter, adapter } = context;
  // Links, and sign-ins that wait for a code: what an old password has opened is shut with it.
  const endAllThatWaits = async (person: string): Promise<void> => {
    await adapter.deleteMany({ model: 'verification', where: [{ field: 'value', value: person }] });
  };
  return {
    async isRight(headers, password) {
      const asked = { body: { password }, headers: cookieHeaders(headers) };
      return (await answered(() => api.verifyPassword(asked))) !== null;
    },
    change: (headers, { password: currentPassword, newPassword, device }) =>
      answered(async () => {
        const body = { currentPassword, newPassword, revokeOtherSessions: true };
        const all = cookieHeaders(headers);
        for (const [name, value] of deviceHeaders(device)) all.set(name, value);
        const { headers: answer, response } = await api.changePassword({ body, headers: all, returnHeaders: true });
        await endAllThatWaits(response.user.id);
        return newSession(response.user.id, answer);
      }),
    async personOfEmail(email) {
      return (await internalAdapter.findUserByEmail(email))?.user.id ?? null;
    },
    async emailOf(person) {
      return (await internalAdapter.findUserById(person))?.email ?? null;
    },
    async keepLink(person, token, forMs) {
      const expiresAt = new Date(Date.now() + forMs);
      await internalAdapter.createVerificationValue({ identifier: linkOf(token), value: person, expiresAt });
    },
    async personOfLink(token) {
      const kept = await internalAdapter.findVerificationValue(linkOf(token));
      return kept && kept.expiresAt > new Date() ? kept.value : null;
    },
    async useLink(person, { token, password: newPassword }) {
      if ((await answered(() => api.resetPassword({ body: { token, newPassword } }))) === null) return false;
      await endAllThatWaits(person);
      return true;
    },
  };
}
