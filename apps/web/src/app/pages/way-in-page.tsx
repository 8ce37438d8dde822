import type { ReactNode } from 'react';

import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { Brand } from '../../ui/brand.tsx';
import { LanguagePicker } from '../../ui/language-picker.tsx';
import styles from './way-in-page.module.css';

type WayInPageProps = {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
};

/** A page for somebody who has no account yet: what it is about, and a form. */
export function WayInPage({ title, lead, children }: WayInPageProps): ReactNode {
  useDocumentTitle(title);
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Brand />
        <LanguagePicker />
      </header>
      <main id="main" className={styles.main}>
        <div className={styles.words}>
          <h1>{title}</h1>
          <p>{lead}</p>
        </div>
        {children}
      </main>
    </div>
  );
}
