import type { Me } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';

import { AccountMenu } from '../../features/accounts/account-menu.tsx';
import { Home } from '../../features/home/home.tsx';
import { useT } from '../../i18n/translate.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { Brand } from '../../ui/brand.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { paths } from '../paths.ts';
import styles from './home-page.module.css';
import { SignedIn } from './signed-in.tsx';

/** Where staff start: what waits, the boards, the partnerships. */
export function HomePage(): ReactNode {
  const t = useT();
  useDocumentTitle(t('home.documentTitle'));
  return <SignedIn whose="staff">{(me) => <StaffHome me={me} />}</SignedIn>;
}

function StaffHome({ me }: { readonly me: Me }): ReactNode {
  const [, navigate] = useLocation();
  return (
    <>
      <TopBar
        start={
          <Link href={paths.home} className={styles.brand}>
            <Brand />
          </Link>
        }
        end={<AccountMenu me={me} onSignedOut={() => navigate(paths.signIn, { replace: true })} />}
      />
      <Home me={me} onOpenBoard={(id) => navigate(paths.board(id))} />
    </>
  );
}
