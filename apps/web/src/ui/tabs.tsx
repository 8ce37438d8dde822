import { Tabs as RadixTabs } from 'radix-ui';
import type { ReactNode } from 'react';

import styles from './tabs.module.css';

type Tab<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  /** After the label: a count that waits. */
  readonly badge?: ReactNode;
  readonly content: ReactNode;
};

type TabsProps<Id extends string> = {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
};

/** Parts of one panel, one at a time; arrow keys move between them. */
export function Tabs<Id extends string>({ label, tabs, value, onChange }: TabsProps<Id>): ReactNode {
  function handleChange(next: string): void {
    const tab = tabs.find((candidate) => candidate.id === next);
    if (tab !== undefined) onChange(tab.id);
  }
  return (
    <RadixTabs.Root className={styles.root} value={value} onValueChange={handleChange}>
      <RadixTabs.List className={styles.list} aria-label={label}>
        {tabs.map((tab) => (
          <RadixTabs.Trigger key={tab.id} className={styles.tab} value={tab.id}>
            {tab.label}
            {tab.badge}
          </RadixTabs.Trigger>
        ))}
      </RadixTabs.List>
      {tabs.map((tab) => (
        <RadixTabs.Content key={tab.id} className={styles.content} value={tab.id}>
          {tab.content}
        </RadixTabs.Content>
      ))}
    </RadixTabs.Root>
  );
}
