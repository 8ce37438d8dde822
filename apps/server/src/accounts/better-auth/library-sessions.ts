import type { CookieHeaders } from '../../http/signed-in.ts';
import type { AskingSession, Identity, IdentitySession } from '../identity.ts';
import type { NewSession } from '../new-session.ts';
import type { OpenedLibrary } from './opened-library.ts';

export function cookieHeaders({ cookie }: CookieHeaders): Headers {
  return new Headers(cookie === undefined ? {} : { cookie });
}

/** The library keeps as a session's device what stands in this header: our own words, never the browser's. */
export function deviceHeaders(device: string): Headers {
  return new Headers({ 'user-agent': device });
}

interface SessionRow {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date;
  readonly userAgent?: string | null | undefined;
  /** What has no default of its own is not there in sessions from before. */
  readonly byProvider?: boolean | null | undefined;
}

function sessionOf(row: SessionRow): IdentitySession {
  const { id, userId, createdAt, updatedAt, expiresAt, userAgent } = row;
  const moments = { startedAt: createdAt.getTime(), seenAt: updatedAt.getTime(), expiresAt: expiresAt.getTime() };
  return { id, user: userId, ...moments, device: userAgent || null, isByProvider: row.byProvider === true };
}

/** A session as the library answers it. */
interface Answered {
  readonly session: SessionRow;
  readonly user: { readonly twoFactorEnabled?: boolean | null | undefined };
}

function askingSession({ session, user }: Answered): AskingSession {
  return { ...sessionOf(session), hasFactor: user.twoFactorEnabled === true };
}

export function newSession(user: string, headers: Headers): NewSession {
  return { user, setCookies: headers.getSetCookie() };
}

type OfSessions =
  | 'openPupilSession'
  | 'session'
  | 'noteSeen'
  | 'sessionsOf'
  | 'endSessions'
  | 'endSession'
  | 'forgetOver';

/** Sessions as the library keeps them. */
export function librarySessions(opened: OpenedLibrary): Pick<Identity, OfSessions> {
  return {
    async openPupilSession(pupil) {
      const { api } = await opened();
      const { headers } = await api.openPupilSession({ body: { pupil }, returnHeaders: true });
      return newSession(pupil, headers);
    },
    async session(headers) {
      if (headers.cookie === undefined) return null;
      const { api } = await opened();
      const answer = await api.getSession({ headers: cookieHeaders(headers) });
      return answer && askingSession(answer);
    },
    async noteSeen(session, at) {
      const { adapter } = (await opened()).context;
      const where = [{ field: 'id', value: session }];
      await adapter.update({ model: 'session', where, update: { updatedAt: new Date(at) } });
    },
    async sessionsOf(person) {
      const { internalAdapter } = (await opened()).context;
      const sessions = await internalAdapter.listSessions(person, { onlyActiveSessions: true });
      return sessions.map(sessionOf);
    },
    async endSessions(person, sessions) {
      const { internalAdapter } = (await opened()).context;
      for (const { id, token } of await internalAdapter.listSessions(person)) {
        if (sessions.has(id)) await internalAdapter.deleteSession(token);
      }
    },
    async endSession(headers) {
      const { api } = await opened();
      const ended = await api.signOut({ headers: cookieHeaders(headers), returnHeaders: true });
      return ended.headers.getSetCookie();
    },
    forgetOver: (now) => forgetOver(opened, now),
  };
}

async function forgetOver(opened: OpenedLibrary, now: number): Promise<void> {
  // Since the start nobody has begun a session then: what is over can wait for the next one.
  if (!opened.wasNeeded()) return;
  const { adapter } = (await opened()).context;
  const where = [{ field: 'expiresAt', operator: 'lt' as const, value: new Date(now) }];
  for (const model of ['session', 'verification']) await adapter.deleteMany({ model, where });
}
