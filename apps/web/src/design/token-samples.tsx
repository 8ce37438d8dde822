import type { ReactNode } from 'react';

import styles from './design-page.module.css';
import { SampleSection } from './sample-section.tsx';

const colours = [
  'paper',
  'canvas',
  'sheet',
  'sunk',
  'line',
  'edge',
  'ink',
  'ink-2',
  'ink-3',
  'accent',
  'accent-soft',
  'wait',
  'wait-soft',
  'danger',
  'danger-soft',
  'note-sun',
  'note-leaf',
  'note-sky',
  'note-rose',
];

export function TokenSamples(): ReactNode {
  return (
    <SampleSection title="Colours">
      <div className={styles.tiles}>
        {colours.map((name) => (
          <div key={name}>
            <div className={styles.swatch} style={{ background: `var(--${name})` }} />
            {name}
          </div>
        ))}
      </div>
    </SampleSection>
  );
}
