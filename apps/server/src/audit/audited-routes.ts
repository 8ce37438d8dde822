import type { Endpoint } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import type { AuditKeeper } from '../audit-keeper.ts';
import type { Audited } from '../http/call.ts';
import type { Done, RouteRule } from './route-rule.ts';
import { routesOfAccounts } from './routes-of-accounts.ts';
import { routesOfBoards } from './routes-of-boards.ts';
import { routesOfClasses } from './routes-of-classes.ts';
import { routesOfConcerns } from './routes-of-concerns.ts';
import { routesOfPartnerships } from './routes-of-partnerships.ts';
import { routesOfSchools } from './routes-of-schools.ts';

/** What becomes of each route that changes something. One that is missing fails a test (AU1). */
export const auditedRoutes: ReadonlyMap<Endpoint, RouteRule> = new Map([
  ...routesOfAccounts,
  ...routesOfBoards,
  ...routesOfClasses,
  ...routesOfConcerns,
  ...routesOfPartnerships,
  ...routesOfSchools,
]);

interface AuditParts {
  readonly keeper: AuditKeeper;
  readonly storage: Storage;
  readonly onError: (what: string, reason: unknown) => void;
}

/**
 * One place for the lines of all routes. What opens something (a door, a session, a publication) is not done while earlier lines
 * wait, nor answered without its own. What protects somebody is done whatever the log says, and its line comes later.
 */
export function createAudited({ keeper, storage, onError }: AuditParts): Audited {
  return async (endpoint, call, work) => {
    const rule = auditedRoutes.get(endpoint);
    if (rule?.kind !== 'line') return work();
    if (rule.opens) await keeper.flush();
    const answer = await work();
    const line = await rule.tell({ ...call, answer } as unknown as Done<Endpoint>, storage);
    if (line === null) return answer;
    await keeper.keep({ by: call.session?.person ?? null, ...line }).catch((reason: unknown) => {
      if (rule.opens) throw reason;
      onError('audit log', reason);
    });
    return answer;
  };
}
