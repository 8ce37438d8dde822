import { postSignIn, postSignInCode, type Endpoint, type ErrorCode } from '@bridgeboard/protocol';
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
  readonly onError: (what: string, reason: unknown) => void;
}

/** What fails, and what it is that was wrong. */
const failures = new Map<Endpoint, { readonly code: ErrorCode; readonly detail: string }>([
  [postSignIn, { code: 'SIGN_IN_FAILED', detail: 'password' }],
  [postSignInCode, { code: 'CODE_WRONG', detail: 'code' }],
]);

/** Lines about one person an hour: whoever guesses must not fill the log. */
const mostAnHour = 20;

/**
 * AU8: a sign-in of a member of staff that failed has a line for their school: whom it was tried for, and what was wrong, never what was
 * typed. Tries for an address that nobody here has leave none. The answer does not wait for it, because its time would tell of that.
 */
export function tellFailedSignIns(audited: Audited, parts: Parts): Audited {
  const limit = new RateLimiterMemory({ keyPrefix: 'failed', points: mostAnHour, duration: 3_600 });
  async function tell(call: Call<Endpoint>, detail: string): Promise<void> {
    const id = await (detail === 'code' ? parts.waitingPerson(call.request.headers) : parts.ownerOf(addressIn(call)));
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
        tell(call as unknown as Call<Endpoint>, failure.detail).catch((reason: unknown) =>
          parts.onError('audit log', reason),
        );
      }
      throw error;
    }
  };
}

function addressIn(call: Call<Endpoint>): string {
  // Of the one endpoint that fails with a password.
  return (call as unknown as Call<typeof postSignIn>).body.email.trim();
}

async function isWithin(limit: RateLimiterMemory, person: string): Promise<boolean> {
  return limit.consume(person).then(
    () => true,
    () => false,
  );
}
