import type { GuestPlace } from '@bridgeboard/protocol';
import { Eye, LifeBuoy } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { formatClock } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { listWords } from '../../lib/list-words.ts';
import { usePictureTheme } from '../../lib/use-picture-theme.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { LanguagePicker } from '../../ui/language-picker.tsx';
import { Select } from '../../ui/select.tsx';
import { TopBar, TopBarTitle } from '../../ui/top-bar.tsx';
import styles from './guest-board.module.css';
import { GuestNoteForm } from './guest-note-form.tsx';
import { GuestNotes } from './guest-notes.tsx';
import { GuestPicture } from './guest-picture.tsx';
import { GuestReport } from './guest-report.tsx';
import type { GuestWorry } from './guest-report.tsx';
import { useGuestNote } from './use-guest-note.ts';

/** A board as a guest of one lesson sees it: its picture, always as it is, and the words on it. */
export function GuestBoard({ place }: { readonly place: GuestPlace }): ReactNode {
  const t = useT();
  const theme = usePictureTheme();
  const [chosen, setChosen] = useState('');
  const [worry, setWorry] = useState<GuestWorry | null>(null);
  const { name, title, endsAt, pages } = place;
  const page = pages.find(({ id }) => id === chosen) ?? pages[0];
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const until = formatClock(new Date(endsAt), zone, formatLocale());
  const address = `/api/guest/board.svg?${new URLSearchParams({ page: page?.id ?? '', theme, v: place.version }).toString()}`;
  const options = pages.map(({ id }, at) => ({ value: id, label: t('board.page.name', { number: at + 1 }) }));
  return (
    <div className={styles.page}>
      <TopBar
        start={<TopBarTitle>{title}</TopBarTitle>}
        end={
          <>
            {pages.length > 1 && page !== undefined && (
              <span className={styles.pages}>
                <Select label={t('guest.page')} value={page.id} options={options} onChange={setChosen} />
              </span>
            )}
            <Button icon={LifeBuoy} title={t('concern.openBoard')} onClick={() => setWorry({ record: null, text: '' })}>
              <span className={styles.report}>{t('concern.openBoard')}</span>
            </Button>
            <LanguagePicker />
          </>
        }
      />
      <main id="main" className={styles.main}>
        <p className={styles.where}>
          <Eye aria-hidden />
          <span>
            {t('guest.lead', { name, schools: listWords(place.schools.map((school) => school.name)) })}{' '}
            {place.adds && `${t('guest.adds', { school: place.invitedBy })} `}
            {t('guest.until', { time: until })}
          </span>
        </p>
        {page !== undefined && <Page place={place} page={page} address={address} />}
        {page !== undefined && page.words.length > 0 && (
          <section aria-labelledby="words">
            <h2 id="words" className={styles.heading}>
              {t('guest.words')}
            </h2>
            <ul className={styles.words}>
              {page.words.map((one) => (
                <li key={one.record}>
                  <span dir="auto">{one.text}</span>
                  <IconButton icon={LifeBuoy} label={t('guest.reportThis')} onClick={() => setWorry(one)} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
      {worry !== null && <GuestReport worry={worry} onClose={() => setWorry(null)} />}
    </div>
  );
}

type PageProps = {
  readonly place: GuestPlace;
  readonly page: GuestPlace['pages'][number];
  readonly address: string;
};

/** A page's picture and, where the link says so, what the guest adds to it. */
function Page({ place, page, address }: PageProps): ReactNode {
  const desk = useGuestNote(place);
  const { draft, sending, change, correct } = desk;
  const mayPlace = place.adds && page.isOpen && !draft.isKnown && !sending.isPending;
  const waiting = place.notes.filter((note) => note.page === page.id && note.state !== 'board');
  return (
    <>
      <GuestPicture
        address={address}
        title={place.title}
        page={page}
        waiting={waiting}
        chosen={draft.at}
        onChoose={mayPlace ? (at) => change({ at }) : undefined}
      />
      {place.adds && (
        <>
          <GuestNoteForm place={place} page={page} desk={desk} />
          <GuestNotes notes={place.notes} onCorrect={correct} />
        </>
      )}
    </>
  );
}
