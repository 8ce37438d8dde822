import type { CharterPage, SchoolBrief } from '@bridgeboard/protocol';
import { Printer, Shield } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { formatDate } from '../../i18n/format-time.ts';
import { isLocale } from '../../i18n/locales.ts';
import type { Locale } from '../../i18n/locales.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { AskedIn } from './asked-in.tsx';
import { CharterHistory } from './charter-history.tsx';
import type { CharterReading } from './charter-reading.ts';
import { CharterTable } from './charter-table.tsx';
import styles from './charter.module.css';
import { InLanguage, LanguageSwitch } from './in-language.tsx';
import { LeavePartnership } from './leave-partnership.tsx';
import { useChangeCharter } from './partnerships-api.ts';
import { useSpeech } from './speech.ts';

type CharterProps = {
  readonly page: CharterPage;
  readonly own: SchoolBrief;
  readonly onLeft: () => void;
};

/** A charter: what each school has set, what holds, and what anybody would like instead. */
export function Charter({ page, own, onLeft }: CharterProps): ReactNode {
  const { t } = useSpeech();
  const now = useNow(30_000);
  const [language, setLanguage] = useState<Locale | null>(null);
  const changing = useChangeCharter(page.id);
  const onWish: CharterReading['onWish'] = (wish) =>
    changing.mutate(wish, { onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }) });
  const mayAct = page.mayChange && !changing.isPending;
  const reading = { page, own, now, onWish: mayAct ? onWish : undefined };
  const spoken = [...new Set(page.schools.flatMap(({ languages }) => languages))].filter(isLocale);
  return (
    <main id="main" className={styles.charter}>
      <LanguageSwitch languages={spoken} chosen={language} onChoose={setLanguage} />
      <InLanguage locale={language}>
        <CharterText reading={reading} />
        {page.mayChange && <LeavePartnership page={page} own={own} onLeft={onLeft} />}
      </InLanguage>
    </main>
  );
}

function CharterText({ reading }: { readonly reading: CharterReading }): ReactNode {
  const { t, intl, list } = useSpeech();
  const { page, own } = reading;
  const ordered = page.schools.toSorted((one, other) => Number(other.id === own.id) - Number(one.id === own.id));
  const since = formatDate(new Date(page.since), own.timeZone, intl);
  return (
    <>
      <div className={styles.top}>
        <div>
          <h1 id="charter-title">{t('charter.title', { schools: list(ordered.map(({ shortName }) => shortName)) })}</h1>
          <p className={styles.lead}>{t(page.mayChange ? 'charter.lead' : 'charter.leadReading')}</p>
        </div>
        <p className={styles.since}>
          <Shield aria-hidden /> {page.schools.length > 1 ? t('charter.since', { date: since }) : t('charter.alone')}
        </p>
      </div>
      <CharterTable reading={reading} />
      {page.mayChange && <AskedIn reading={reading} />}
      <div className={styles.foot}>
        <CharterHistory reading={reading} />
        <Button look="plain" icon={Printer} onClick={() => window.print()}>
          {t('charter.print')}
        </Button>
        <p className={styles.legend}>{t('charter.legend')}</p>
      </div>
    </>
  );
}
