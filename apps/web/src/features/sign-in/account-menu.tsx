import type { Me } from '@bridgeboard/protocol';
import { LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { chooseLanguage, currentLocale } from '../../i18n/language.ts';
import { localeCodes, locales } from '../../i18n/locales.ts';
import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Menu } from '../../ui/menu.tsx';
import { SchoolMark } from '../../ui/school-mark.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { chooseTheme, currentTheme } from '../../ui/theme.ts';
import type { Theme } from '../../ui/theme.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useSignOut } from './sign-in-api.ts';
import styles from './account-menu.module.css';

type AccountMenuProps = {
  readonly me: Me;
  readonly onAccount: () => void;
  readonly onSignedOut: () => void;
};

const themes = [
  { theme: 'system', icon: Monitor, label: 'app.theme.system' },
  { theme: 'light', icon: Sun, label: 'app.theme.light' },
  { theme: 'dark', icon: Moon, label: 'app.theme.dark' },
] as const;

/** Who is signed in and for which school; behind it language, colours, the own account and the way out. */
export function AccountMenu({ me, onAccount, onSignedOut }: AccountMenuProps): ReactNode {
  const t = useT();
  const school = t('account.school', { school: me.school.name, place: me.school.place });
  const signOut = useSignOut(onSignedOut);
  const languages = localeCodes.map((code) => ({
    id: code,
    label: locales[code].name,
    checked: code === currentLocale(),
    onSelect: () => void chooseLanguage(code),
  }));
  const [theme, setTheme] = useState(currentTheme);
  function takeTheme(next: Theme): void {
    chooseTheme(next);
    setTheme(next);
  }
  const colours = themes.map((choice) => ({
    id: choice.theme,
    label: t(choice.label),
    icon: choice.icon,
    checked: choice.theme === theme,
    onSelect: () => takeTheme(choice.theme),
  }));
  function handleSignOut(): void {
    signOut.mutate(undefined, { onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }) });
  }
  return (
    <Menu
      groups={[
        languages,
        colours,
        [
          { id: 'account', label: t('account.title'), icon: UserRound, onSelect: onAccount },
          { id: 'sign-out', label: t('account.signOut'), icon: LogOut, onSelect: handleSignOut },
        ],
      ]}
      trigger={
        <button type="button" className={styles.trigger}>
          <span className={styles.school}>
            <SchoolMark slot={me.school.mark} name={school} />
          </span>
          <Avatar name={me.name} slot={me.school.mark} />
          <VisuallyHidden>{t('account.menu')}</VisuallyHidden>
        </button>
      }
    />
  );
}
