import type { Me } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';

import { AccountMenu } from '../../features/accounts/account-menu.tsx';
import { Brand } from '../../ui/brand.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { paths } from '../paths.ts';
import styles from './staff-page.module.css';

/** A page of staff beside the boards: the way home, who is signed in, and what it is about. */
export function StaffPage({ me, children }: { readonly me: Me; readonly children: ReactNode }): ReactNode {
  const [, navigate] = useLocation();
  return (
    <>
      <TopBar
        start={
          <Link href={paths.home} className={styles.brand}>
            <Brand />
          </Link>
        }
        end={
          <AccountMenu
            me={me}
            onAccount={() => navigate(paths.account)}
            onSignedOut={() => navigate(paths.signIn, { replace: true })}
          />
        }
      />
      {children}
    </>
  );
}
