import { SunMoon } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../i18n/translate.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { chooseTheme, currentTheme } from '../ui/theme.ts';
import type { Theme } from '../ui/theme.ts';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

export function ThemePicker(): ReactNode {
  const t = useT();
  const [theme, setTheme] = useState(currentTheme);
  function choose(next: Theme): void {
    chooseTheme(next);
    setTheme(next);
  }
  const items = themes.map((id) => ({
    id,
    label: t(`app.theme.${id}`),
    checked: id === theme,
    onSelect: () => choose(id),
  }));
  return (
    <Menu
      groups={[items]}
      trigger={
        <Button look="plain" icon={SunMoon}>
          {t('app.theme')}
        </Button>
      }
    />
  );
}
