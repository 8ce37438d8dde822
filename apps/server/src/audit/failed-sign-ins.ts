import { postPasskeySignIn, postSignIn, postSignInCode, type Endpoint, type ErrorCode } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';
import { RateLimiterMemory } from 'rate-limiter-flexible';

import type { AuditKeeper } from '../audit-keeper.ts';
import type { Audited, Call } from '../http/call.ts';
import { Refused } from '../http/refusal.ts';
import type { CookieHeaders } from '../http/signed-in.ts';

interface Parts {
  readonly keeper: Pick<AuditKeeper, 'keep'>;
  readonly directory: Pick<Directory, 'staff'>;
  /** Whose address this is, or null. */
  readonly ownerOf: (email: string) => Promise<string | null>;
  /** Whose password was right on this device just now, or null. */
  readonly waitingPerson: (headers: CookieHeaders) => Promise<string | null>;
  /** Whose passkey this is, or null. */
  readonly keeperOf: (credential: string) => Promise<string | null>;
  readonly onError: (what: string, reason: unknown) => void;
}

interface Failure {
  readonly code: ErrorCode;
  /** What was wrong. */
  readonly detail: string;
  /** Whose sign-in was tried. */
  readonly whose: (call: Call<Endpoint>, parts: Parts) => Promise<string | null>;
}

const failures = new Map<Endpoint, Failure>([
  failing(postSignIn, {
    code: 'SIGN_IN_FAILED',
    detail: 'password',
    whose: ({ body }, { ownerOf }) => ownerOf(body.email.trim()),
  }),
  failing(postSignInCode, {
    code: 'CODE_WRONG',
    detail: 'code',
    whose: ({ request }, { waitingPerson }) => waitingPerson(request.headers),
  }),
  failing(postPasskeySignIn, {
    code: 'PASSKEY_REFUSED',
    detail: 'passkey',
    whose: ({ body }, { keeperOf }) => keeperOf(body.shown.id),
  }),
]);

/** Lines about one person an hour: whoever guesses must not fill the log. */
const mostAnHour = 20;

/**
 * AU8: a sign-in of a member of staff that failed has a line for their school: whom it was tried for, and what was wrong, never what was
 * typed. Tries for an address that nobody here has leave none. The answer does not wait for it, because its time would tell of that.
 */
export function tellFailedSignIns(audited: Audited, parts: Parts): Audited {
  const limit = new RateLimiterMemory({ keyPrefix: 'failed', points: mostAnHour, duration: 3_600 });
  async function tell(call: Call<Endpoint>, { whose, detail }: Failure): Promise<void> {
    const id = await whose(call, parts);
    const member = id === null ? null : await parts.directory.staff(id);
    if (member === null || member.endedAt !== null || !(await isWithin(limit, member.id))) return;
    const about = { schools: [member.school], subjects: [{ kind: 'person' as const, id: member.id }] };
    await parts.keeper.keep({ act: 'session.refuse', by: null, ...about, detail, network: call.network });
  }
  return async (endpoint, call, work) => {
    try {
      return await audited(endpoint, call, work);
    } catch (error) {
      const failure = failures.get(endpoint);
      if (failure !== undefined && error instanceof Refused && error.code === failure.code) {
        tell(call as unknown as Call<Endpoint>, failure).catch((reason: unknown) => parts.onError('audit log', reason));
      }
      throw error;
    }
  };
}

/** A failure is only ever asked of a call of its own endpoint. */
function failing<E extends Endpoint>(
  endpoint: E,
  { whose, ...rest }: Omit<Failure, 'whose'> & { whose: (call: Call<E>, parts: Parts) => Promise<string | null> },
): [Endpoint, Failure] {
  return [endpoint, { ...rest, whose: (call, parts) => whose(call as unknown as Call<E>, parts) }];
}

async function isWithin(limit: RateLimiterMemory, person: string): Promise<boolean> {
  return limit.consume(person).then(
    () => true,
    () => false,
  );
}
