import type { ReactNode } from 'react';

import styles from './design-page.module.css';

export function SampleSection({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function SampleLine({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={styles.line}>{children}</div>;
}
