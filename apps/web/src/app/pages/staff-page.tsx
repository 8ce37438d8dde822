import type { Me } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';

import { ToCheckLink } from '../../features/home/to-check-link.tsx';
import { AccountMenu } from '../../features/sign-in/account-menu.tsx';
import { formatDay } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { Brand } from '../../ui/brand.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { paths } from '../paths.ts';
import styles from './staff-page.module.css';

/** Where staff can go from anywhere, in this order. */
const places = [
  { href: paths.home, label: 'nav.home' },
  { href: paths.classes, label: 'nav.classes' },
  { href: paths.partnerships, label: 'nav.partnerships' },
  { href: paths.school, label: 'nav.school' },
  { href: paths.activity, label: 'nav.activity' },
] as const;
const leadsPlace = { href: paths.safeguarding, label: 'desk.title' } as const;

/** A page of staff beside the boards: where one can go, who is signed in, and what it is about. */
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
        middle={me.lacks?.isDue === true ? undefined : <Places isLead={me.roles.includes('lead')} />}
        end={
          <>
            <ToCheckLink />
            <AccountMenu
              me={me}
              onAccount={() => navigate(paths.account)}
              onSignedOut={() => navigate(paths.signIn, { replace: true })}
            />
          </>
        }
      />
      <FactorSoon me={me} />
      {children}
    </>
  );
}

/** The school asks for a second factor before long, and this person has none. */
function FactorSoon({ me }: { readonly me: Me }): ReactNode {
  const t = useT();
  const [location] = useLocation();
  if (me.lacks === null || location === paths.account) return null;
  const day = formatDay(new Date(me.lacks.from), me.school.timeZone, formatLocale());
  return (
    <aside className={styles.soon}>
      <Notice end={<Link href={paths.account}>{t('account.lacks.setUp')}</Link>}>
        {t('account.lacks.soon', { day })}
      </Notice>
    </aside>
  );
}

function Places({ isLead }: { readonly isLead: boolean }): ReactNode {
  const t = useT();
  const [location] = useLocation();
  return (
    <nav aria-label={t('nav.places')}>
      <ul role="list" className={styles.places}>
        {[...places, ...(isLead ? [leadsPlace] : [])].map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              className={styles.place}
              {...(`${location}/`.startsWith(`${href}/`) ? { 'aria-current': 'page' } : {})}
            >
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
