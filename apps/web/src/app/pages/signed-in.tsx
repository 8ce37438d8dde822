import type { Me, Role } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';
import { Redirect, useLocation } from 'wouter';

import { useMe } from '../../features/sign-in/sign-in-api.ts';
import { useWordsFor } from '../../i18n/use-words-for.ts';
import { failureCode, isOffline } from '../../lib/call-failed.ts';
import { Loading } from '../../ui/loading.tsx';
import { TroublePage } from '../../ui/trouble-page.tsx';
import { paths } from '../paths.ts';
import { PageFailure } from './page-failure.tsx';

type SignedInProps = {
  /** Whose page this is; anybody else is shown to their own. Left out, it is for both. */
  readonly whose?: Role;
  readonly children: (me: Me) => ReactNode;
};

/** A page for somebody signed in. Staff who are not are asked to sign in; the server decides again at every request. */
export function SignedIn({ whose, children }: SignedInProps): ReactNode {
  const me = useMe();
  const [location] = useLocation();
  useWordsFor(me.data);
  if (me.data !== undefined) {
    if (whose !== undefined && me.data.role !== whose)
      return <Redirect to={me.data.role === 'staff' ? paths.home : paths.lobby} replace />;
    if (me.data.lacks?.isDue === true && location !== paths.account) return <Redirect to={paths.account} replace />;
    return children(me.data);
  }
  if (me.error !== null) {
    if (whose === 'staff' && failureCode(me.error) === 'SIGN_IN_NEEDED') return <Redirect to={paths.signIn} replace />;
    return <PageFailure error={me.error} />;
  }
  return isOffline(me) ? <TroublePage trouble="offline" code="UNREACHABLE" /> : <Loading />;
}
