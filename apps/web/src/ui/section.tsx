import type { ReactNode } from 'react';

import styles from './section.module.css';

type SectionProps = {
  /** Of the heading, so that a list can be named by it. */
  readonly id: string;
  readonly title: string;
  /** A sentence below the title. */
  readonly lead?: string;
  /** What can be done about all of it. */
  readonly end?: ReactNode;
  readonly children?: ReactNode;
};

/** One subject of a page that has several. */
export function Section({ id, title, lead, end, children }: SectionProps): ReactNode {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 id={id}>{title}</h2>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        {end}
      </div>
      {children}
    </section>
  );
}
