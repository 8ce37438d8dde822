import { Check, ChevronDown } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Select as RadixSelect } from 'radix-ui';
import type { ReactNode } from 'react';

import floating from './floating.module.css';
import styles from './select.module.css';

type SelectOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly icon?: LucideIcon;
};

type SelectProps<Value extends string> = {
  /** Read aloud; show it beside the control as well where the place does not say it. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
};

/** One choice of a few, as a control with a hairline, an icon and a chevron. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  disabled = false,
}: SelectProps<Value>): ReactNode {
  const chosen = options.find((option) => option.value === value);
  function handleChange(next: string): void {
    const option = options.find((candidate) => candidate.value === next);
    if (option !== undefined) onChange(option.value);
  }
  return (
    <RadixSelect.Root value={value} onValueChange={handleChange} disabled={disabled}>
      <RadixSelect.Trigger aria-label={label} className={styles.trigger}>
        {chosen?.icon !== undefined && <chosen.icon aria-hidden />}
        <RadixSelect.Value />
        <ChevronDown aria-hidden className={styles.chevron} />
      </RadixSelect.Trigger>
      <RadixSelect.Portal>
        <RadixSelect.Content className={floating.panel} position="popper" sideOffset={4} collisionPadding={8}>
          <RadixSelect.Viewport>
            {options.map((option) => (
              <SelectItem key={option.value} option={option} />
            ))}
          </RadixSelect.Viewport>
        </RadixSelect.Content>
      </RadixSelect.Portal>
    </RadixSelect.Root>
  );
}

function SelectItem({ option }: { readonly option: SelectOption<string> }): ReactNode {
  return (
    <RadixSelect.Item value={option.value} className={floating.item ?? ''}>
      {option.icon !== undefined && <option.icon aria-hidden />}
      <RadixSelect.ItemText>{option.label}</RadixSelect.ItemText>
      <RadixSelect.ItemIndicator asChild>
        <Check aria-hidden className={floating.check} />
      </RadixSelect.ItemIndicator>
    </RadixSelect.Item>
  );
}
