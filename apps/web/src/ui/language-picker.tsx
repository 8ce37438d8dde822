import { Languages } from 'lucide-react';
import type { ReactNode } from 'react';

import { chooseLanguage, currentLocale } from '../i18n/language.ts';
import { localeCodes, locales } from '../i18n/locales.ts';
import { useT } from '../i18n/translate.ts';
import { Button } from './button.tsx';
import { Menu } from './menu.tsx';

/** Each language in its own name and script; choosing one changes the page at once. */
export function LanguagePicker(): ReactNode {
  const t = useT();
  const now = currentLocale();
  const items = localeCodes.map((code) => ({
    id: code,
    label: locales[code].name,
    checked: code === now,
    onSelect: () => void chooseLanguage(code),
  }));
  return (
    <Menu
      groups={[items]}
      trigger={
        <Button look="plain" icon={Languages} aria-label={`${t('app.language')}: ${locales[now].name}`}>
          {locales[now].name}
        </Button>
      }
    />
  );
}
