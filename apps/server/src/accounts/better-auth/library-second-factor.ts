import type { CookieHeaders } from '../../http/signed-in.ts';
import type { SecondFactorStore } from '../second-factor-store.ts';
import { answered } from './answered.ts';
import { forgetFactors, hasApp, markFactor } from './factor-mark.ts';
import { cookieHeaders, deviceHeaders, newSession } from './library-sessions.ts';
import type { OpenedLibrary } from './opened-library.ts';

/** Six digits are the app's; everything else is taken for a recovery code. */
const appCode = /^\d{6}$/;

/** The second factor as the library keeps it. */
export function librarySecondFactor(opened: OpenedLibrary): SecondFactorStore {
  return {
    ...secondStep(opened),
    ...recoveryCodes(opened),
    ...switching(opened),
    forget: async (person) => forgetFactors(await opened(), person),
    async haversOf(people) {
      const { adapter } = (await opened()).context;
      const where = [{ field: 'id', operator: 'in' as const, value: [...people] }];
      const users = await adapter.findMany<{ id: string; twoFactorEnabled?: boolean }>({
        model: 'user',
        where,
        limit: people.length,
      });
      return new Set(users.filter((user) => user.twoFactorEnabled === true).map(({ id }) => id));
    },
    check: (headers, code) =>
      answered(async () => {
        const { api } = await opened();
        const asked = cookieHeaders(headers);
        if (appCode.test(code)) await api.verifyTOTP({ body: { code }, headers: asked });
        else await api.verifyBackupCode({ body: { code, disableSession: true }, headers: asked });
        return true as const;
      }),
  };
}

/** Switching the factor on and off. */
function switching(opened: OpenedLibrary): Pick<SecondFactorStore, 'begin' | 'confirm' | 'end'> {
  return {
    begin: (headers, password) =>
      answered(async () => {
        const { api } = await opened();
        const body = { password, method: 'totp' as const };
        const begun = await api.enableTwoFactor({ body, headers: cookieHeaders(headers) });
        return begun.method === 'totp' ? { uri: begun.totpURI, recoveryCodes: begun.backupCodes } : null;
      }),
    confirm: (headers, code) =>
      answered(async () => {
        const { api } = await opened();
        const asked = { body: { code }, headers: cookieHeaders(headers), returnHeaders: true } as const;
        const { headers: answer, response } = await api.verifyTOTP(asked);
        return newSession(response.user.id, answer);
      }),
    end: (headers, password) =>
      answered(async () => {
        const library = await opened();
        const { api } = library;
        const asked = { body: { password }, headers: cookieHeaders(headers), returnHeaders: true } as const;
        const owner = await api.getSession({ headers: cookieHeaders(headers) });
        const { headers: answer } = await api.disableTwoFactor(asked);
        // Whoever has a passkey still has a second factor.
        if (owner !== null) await markFactor(library, owner.user.id);
        return answer.getSetCookie();
      }),
  };
}

/** The codes for when the app is lost. */
function recoveryCodes(opened: OpenedLibrary): Pick<SecondFactorStore, 'recoveryCodesLeft' | 'renewRecoveryCodes'> {
  return {
    async recoveryCodesLeft(person) {
      const library = await opened();
      if (!(await hasApp(library, person))) return null;
      const { backupCodes } = await library.api.viewBackupCodes({ body: { userId: person } });
      return backupCodes.length;
    },
    renewRecoveryCodes: (headers, password) =>
      answered(async () => {
        const body = { password };
        const { api } = await opened();
        return (await api.generateBackupCodes({ body, headers: cookieHeaders(headers) })).backupCodes;
      }),
  };
}

/** The second step of signing in. */
function secondStep(opened: OpenedLibrary): Pick<SecondFactorStore, 'wait' | 'waitingPerson' | 'finishSignIn'> {
  return {
    async wait(person) {
      const library = await opened();
      const { headers } = await library.api.beginWaiting({ body: { person }, returnHeaders: true });
      const waits = (await hasApp(library, person)) ? 'code' : 'passkey';
      return { waits, setCookies: headers.getSetCookie() };
    },
    async waitingPerson(headers) {
      const { api, context } = await opened();
      return api.waitingPerson({ headers: withoutSession(context.authCookies.sessionToken.name, headers) });
    },
    finishSignIn: (headers, { code, device }) =>
      answered(async () => {
        const { api, context } = await opened();
        const all = withoutSession(context.authCookies.sessionToken.name, headers);
        for (const [name, value] of deviceHeaders(device)) all.set(name, value);
        const asked = { body: { code }, headers: all, returnHeaders: true } as const;
        const { headers: answer, response } = appCode.test(code)
          ? await api.verifyTOTP(asked)
          : await api.verifyBackupCode(asked);
        return response.user === undefined ? null : newSession(response.user.id, answer);
      }),
  };
}

/** The cookies without the session: a device may still be signed in as somebody else, and the library would take the code for theirs. */
function withoutSession(sessionCookie: string, { cookie = '' }: CookieHeaders): Headers {
  const pairs = cookie.split(/;\s*/).filter((pair) => !pair.startsWith(`${sessionCookie}=`));
  return new Headers({ cookie: pairs.join('; ') });
}
