import {
  postAskForReset,
  postBeginPasskey,
  postBeginPasskeySignIn,
  postBeginSecondFactor,
  postConfirmSecondFactor,
  postEndSecondFactor,
  postEndSessions,
  postPasskey,
  postPasskeyName,
  postPasskeySignIn,
  postPassword,
  postProvider,
  postProviderAnswer,
  postRecoveryCodes,
  postRemovePasskey,
  postReset,
  postSignIn,
  postSignInCode,
  postSignOut,
} from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { told, untold, type AuditedRoute, type Told } from './route-rule.ts';

/** Staff who came in just now; nobody was signed in when they asked. */
async function begun(
  { answer, network }: { answer: { user: { id: string } } | { next: string }; network: string },
  { directory }: Storage,
): Promise<Told | null> {
  // Where a second factor is asked for nobody has come in yet.
  if (!('user' in answer)) return null;
  const member = await directory.staff(answer.user.id);
  return member && { act: 'session.begin', by: { ...member, role: 'staff' }, network };
}

/** Signing in and out, and what one signs in with. */
export const routesOfAccounts: readonly AuditedRoute[] = [
  told(postSignIn, {
    acts: ['session.begin', 'session.refuse'],
    opens: true,
    tell: (done, storage) => begun(done, storage),
  }),
  told(postSignInCode, {
    acts: ['session.begin', 'session.refuse'],
    opens: true,
    tell: (done, storage) => begun(done, storage),
  }),
  untold(postProvider, 'Anybody may ask where the provider is; what it answers has a line.'),
  told(postProviderAnswer, { acts: ['session.begin'], opens: true, tell: (done, storage) => begun(done, storage) }),
  told(postSignOut, {
    acts: ['session.end'],
    // Of pupils it is in the log who let them in and sent them out.
    tell: ({ session }) => (session?.person.role === 'staff' ? { act: 'session.end' } : null),
  }),
  told(postEndSessions, {
    acts: ['sessions.end'],
    tell: ({ body: { which } }) => ({ act: 'sessions.end', detail: 'others' in which ? 'others' : 'one' }),
  }),
  untold(postBeginPasskey, 'It asks the device; what is kept of its answer has a line.'),
  told(postPasskey, { acts: ['passkey.add'], opens: true, tell: () => ({ act: 'passkey.add' }) }),
  untold(postPasskeyName, 'It is a word for its owner alone.'),
  told(postRemovePasskey, { acts: ['passkey.remove'], tell: () => ({ act: 'passkey.remove' }) }),
  untold(postBeginPasskeySignIn, 'Anybody may ask; who comes in by the answer has a line.'),
  told(postPasskeySignIn, { acts: ['session.begin'], opens: true, tell: (done, storage) => begun(done, storage) }),
  untold(postBeginSecondFactor, 'It counts only once it is confirmed, which has a line.'),
  told(postConfirmSecondFactor, { acts: ['factor.add'], tell: () => ({ act: 'factor.add' }) }),
  told(postRecoveryCodes, { acts: ['factor.codes'], opens: true, tell: () => ({ act: 'factor.codes' }) }),
  told(postPassword, { acts: ['password.change'], opens: true, tell: () => ({ act: 'password.change' }) }),
  untold(postAskForReset, 'Anybody may ask, for any address; the link that comes of it has a line when it is used.'),
  told(postReset, {
    acts: ['password.reset'],
    opens: true,
    async tell({ answer, network }, { directory }) {
      const member = await directory.staff(answer.person);
      return member && { act: 'password.reset', by: { ...member, role: 'staff' }, network };
    },
  }),
  told(postEndSecondFactor, { acts: ['factor.remove'], opens: true, tell: () => ({ act: 'factor.remove' }) }),
];
