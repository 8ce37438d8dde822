import { Check, Eye, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './design-page.module.css';
import { SampleSection } from './sample-section.tsx';

const levels = [
  { value: 'run', label: 'Run the board', icon: SlidersHorizontal },
  { value: 'approve', label: 'Approve for 5B', icon: Check },
  { value: 'look', label: 'Look at approved work', icon: Eye },
] as const;

export function FieldSamples(): ReactNode {
  const [level, setLevel] = useState<(typeof levels)[number]['value']>('run');
  return (
    <SampleSection title="Fields">
      <div className={styles.columns}>
        <TextField label="Title" defaultValue="Our rivers: Aire and Challawa" />
        <TextField label="School e-mail" hint="The one your school gave you" placeholder="m.reed@riverside.example" />
        <TextField label="Class code" defaultValue="KFPA" problem="The code has 8 letters and numbers." size="touch" />
        <TextField label="Cannot be changed" defaultValue="Riverside Primary" disabled />
        <Select label="Ms Reed can" options={levels} value={level} onChange={setLevel} />
      </div>
    </SampleSection>
  );
}
