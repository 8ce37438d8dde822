import type { ConcernCaseView } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import type { SayDesk } from '../../i18n/desk-words.ts';
import { useT } from '../../i18n/translate.ts';
import { whenOf } from '../../lib/when-of.ts';
import { Section } from '../../ui/section.tsx';
import styles from './desk.module.css';

/** What was done, in order, with the own school's notes, and the seal of it all. */
export function CaseStory({ view, desk }: { readonly view: ConcernCaseView; readonly desk: SayDesk }): ReactNode {
  const t = useT();
  return (
    <>
      <Section id="desk-story" title={t('desk.story')}>
        <ol className={styles.lines}>
          {view.story.map((one) => (
            <li key={`${one.at} ${one.kind} ${one.detail ?? ''} ${one.words ?? ''}`}>
              <span className={styles.hint}>{whenOf(one.at, view.timeZone, t)}</span>
              <p>
                <strong>{desk.person(one.by)}</strong> {desk.story(one)}
              </p>
              {one.words !== null && (
                <blockquote dir="auto" className={styles.words}>
                  {one.words}
                </blockquote>
              )}
            </li>
          ))}
        </ol>
      </Section>
      <Section id="desk-seal" title={t('desk.seal')} lead={t('desk.sealLine', { number: view.seal.number })}>
        <p className={styles.hash} dir="ltr">
          {view.seal.hash}
        </p>
      </Section>
    </>
  );
}
