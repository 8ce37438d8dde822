import type { Author } from '@bridgeboard/protocol';
import { LifeBuoy, PanelsTopLeft, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import { useEditor } from 'tldraw';

import { currentLocale } from '../../../i18n/language.ts';
import { locales } from '../../../i18n/locales.ts';
import { useT } from '../../../i18n/translate.ts';
import { useKeysWithin } from '../../../lib/use-keys-within.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { useBoard } from '../board-context.ts';
import { shortOf, slotOf } from '../people-words.ts';
import { useObservable } from '../use-observable.ts';
import { useConcern } from './concern-desk.ts';
import styles from './concern-picker.module.css';
import { pieceAt } from './piece-at.ts';

/** The second of two taps: on a piece, on somebody who is here, or on the board as a whole. */
export function ConcernPicker(): ReactNode {
  const { state } = useConcern();
  return state.at === 'pick' ? <Picker /> : null;
}

function Picker(): ReactNode {
  const t = useT();
  const editor = useEditor();
  const { tell, leave } = useConcern();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => bar.current?.focus(), []);
  useKeysWithin(bar, (event) => event.key === 'Escape' && leave());
  function point(event: PointerEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const record = pieceAt(editor, editor.screenToPage({ x: event.clientX, y: event.clientY }));
    if (record !== null) tell({ subject: { kind: 'piece', record } });
  }
  return (
    <>
      <div className={styles.paper} onPointerDown={(event) => event.stopPropagation()} onPointerUp={point} />
      <div
        ref={bar}
        role="group"
        tabIndex={-1}
        // The canvas around it runs from left to right in every language.
        dir={locales[currentLocale()].dir}
        aria-labelledby="concern-pick"
        className={styles.bar}
      >
        <p className={styles.title}>
          <LifeBuoy aria-hidden />
          <strong id="concern-pick">{t('concern.pick')}</strong>
        </p>
        <div className={styles.choices}>
          <Button size="touch" icon={PanelsTopLeft} onClick={() => tell({ subject: { kind: 'board' } })}>
            {t('concern.pick.board')}
          </Button>
          <PeopleHere />
          <ListenButton first={t('concern.pick')} />
          <Button size="touch" look="plain" icon={X} onClick={leave}>
            {t('app.cancel')}
          </Button>
        </div>
      </div>
    </>
  );
}

/** Everybody else whose pointer is here; where pointers are off, everybody the board knows. */
function PeopleHere(): ReactNode {
  const { session, schools, you } = useBoard();
  const { tell } = useConcern();
  const authors = useObservable(session.authors);
  const cursors = useObservable(session.cursors);
  const rules = useObservable(session.rules);
  const here = new Set([...cursors.values()].map(({ by }) => by));
  const isShown = ({ key }: Author): boolean => key !== you.key && (rules?.cursorsOff === true || here.has(key));
  return [...authors.values()].filter(isShown).map((author) => (
    <button
      key={author.key}
      type="button"
      className={styles.person}
      onClick={() => tell({ subject: { kind: 'person', author: author.key }, name: author.label })}
    >
      <Avatar name={author.label} short={shortOf(author, schools)} slot={slotOf(author, schools)} />
      <span dir="auto">{author.label}</span>
    </button>
  ));
}
