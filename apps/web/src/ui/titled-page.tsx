import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import styles from './titled-page.module.css';

type TitledPageProps = {
  readonly title: ReactNode;
  /** What the page is for, a paragraph each. */
  readonly leads?: readonly string[];
  /** wide: with columns or a table · text: no wider than is read well. */
  readonly width: 'wide' | 'text';
  /** The way back, above the title. */
  readonly back?: ReactNode;
  /** What can be done with all of the page, below what it is for. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
};

/** The main part of a staff page: its title with what it is for, and what it shows below. */
export function TitledPage({ title, leads = [], width, back, end, children }: TitledPageProps): ReactNode {
  return (
    <main id="main" className={classNames(styles.page, styles[width])}>
      <div className={styles.head}>
        {back}
        <h1>{title}</h1>
        {leads.map((lead) => (
          <p key={lead} className={styles.lead}>
            {lead}
          </p>
        ))}
        {end}
      </div>
      {children}
    </main>
  );
}
