import type { I18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { Languages } from 'lucide-react';
import { Direction } from 'radix-ui';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

import { currentLocale, speakerOf } from '../../i18n/language.ts';
import { locales } from '../../i18n/locales.ts';
import type { Locale } from '../../i18n/locales.ts';
import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import styles from './charter.module.css';

type InLanguageProps = {
  /** Null for the reader's own. */
  readonly locale: Locale | null;
  readonly children: ReactNode;
};

/** A part of a page in another language than the rest of it. */
export function InLanguage({ locale, children }: InLanguageProps): ReactNode {
  const [speaker, setSpeaker] = useState<{ locale: Locale; i18n: I18n } | null>(null);
  useEffect(() => {
    if (locale === null) return;
    let isWanted = true;
    void speakerOf(locale).then((i18n) => isWanted && setSpeaker({ locale, i18n }));
    return () => {
      isWanted = false;
    };
  }, [locale]);
  if (locale === null || speaker?.locale !== locale) return children;
  const { dir } = locales[locale];
  return (
    <I18nProvider i18n={speaker.i18n}>
      <Direction.Provider dir={dir}>
        <div lang={locale} dir={dir} className={styles.otherLanguage}>
          {children}
        </div>
      </Direction.Provider>
    </I18nProvider>
  );
}

type LanguageSwitchProps = {
  /** Those of the schools that the interface speaks. */
  readonly languages: readonly Locale[];
  readonly chosen: Locale | null;
  readonly onChoose: (locale: Locale | null) => void;
};

/** Shows what people at another school read, and the way back to the own language. */
export function LanguageSwitch({ languages, chosen, onChoose }: LanguageSwitchProps): ReactNode {
  const t = useT();
  const own = currentLocale();
  const others = languages.filter((locale) => locale !== own);
  if (others.length === 0) return null;
  return (
    <div role="group" aria-label={t('charter.languages')} className={styles.languages}>
      <Languages aria-hidden />
      {[own, ...others].map((locale) => (
        <Button
          key={locale}
          look="plain"
          lang={locale}
          aria-pressed={locale === (chosen ?? own)}
          onClick={() => onChoose(locale === own ? null : locale)}
        >
          {locales[locale].name}
        </Button>
      ))}
    </div>
  );
}
