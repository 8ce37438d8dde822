import type { PasswordStore } from '../password-store.ts';
import { answered } from './answered.ts';
import { cookieHeaders, deviceHeaders, newSession } from './library-sessions.ts';
import type { Library } from './open-library.ts';
import type { OpenedLibrary } from './opened-library.ts';

/** What the library looks a link up by. */
const linkOf = (token: string): string => `reset-password:${token}`;

/** Passwords as the library keeps them. */
export function libraryPasswords(opened: OpenedLibrary): PasswordStore {
  return {
    ...resetLinks(opened),
    async isRight(headers, password) {
      const { api } = await opened();
      const asked = { body: { password }, headers: cookieHeaders(headers) };
      return (await answered(() => api.verifyPassword(asked))) !== null;
    },
    change: (headers, { password: currentPassword, newPassword, device }) =>
      answered(async () => {
        const library = await opened();
        const body = { currentPassword, newPassword, revokeOtherSessions: true };
        const all = cookieHeaders(headers);
        for (const [name, value] of deviceHeaders(device)) all.set(name, value);
        const asked = { body, headers: all, returnHeaders: true } as const;
        const { headers: answer, response } = await library.api.changePassword(asked);
        await endAllThatWaits(library, response.user.id);
        return newSession(response.user.id, answer);
      }),
    async personOfEmail(email) {
      const { context } = await opened();
      return (await context.internalAdapter.findUserByEmail(email))?.user.id ?? null;
    },
    async emailOf(person) {
      const { context } = await opened();
      return (await context.internalAdapter.findUserById(person))?.email ?? null;
    },
  };
}

/** The links by which somebody chooses a new password. */
function resetLinks(opened: OpenedLibrary): Pick<PasswordStore, 'keepLink' | 'personOfLink' | 'useLink'> {
  return {
    async keepLink(person, token, forMs) {
      const { context } = await opened();
      const expiresAt = new Date(Date.now() + forMs);
      await context.internalAdapter.createVerificationValue({ identifier: linkOf(token), value: person, expiresAt });
    },
    async personOfLink(token) {
      const { context } = await opened();
      const kept = await context.internalAdapter.findVerificationValue(linkOf(token));
      return kept && kept.expiresAt > new Date() ? kept.value : null;
    },
    async useLink(person, { token, password: newPassword }) {
      const library = await opened();
      const used = await answered(() => library.api.resetPassword({ body: { token, newPassword } }));
      if (used === null) return false;
      await endAllThatWaits(library, person);
      return true;
    },
  };
}

/** Links, and sign-ins that wait for a code: what an old password has opened is shut with it. */
async function endAllThatWaits({ context }: Library, person: string): Promise<void> {
  await context.adapter.deleteMany({ model: 'verification', where: [{ field: 'value', value: person }] });
}
