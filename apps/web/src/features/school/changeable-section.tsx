import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';

type ChangeableSectionProps = {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  /** What the button changes, for whoever only hears it. */
  readonly changes: string;
  readonly mayChange: boolean;
  /** Takes the place of the rows until it is done. */
  readonly form: (onDone: () => void) => ReactNode;
  readonly children: ReactNode;
};

/** Something of the school to read, and for administrators to change in its place. */
export function ChangeableSection(props: ChangeableSectionProps): ReactNode {
  const { changes, mayChange, form, children, ...section } = props;
  const t = useT();
  const [isOpen, setOpen] = useState<boolean>();
  const change = (
    <Button icon={Pencil} autoFocus={isOpen === false} onClick={() => setOpen(true)} aria-label={changes}>
      {t('school.change')}
    </Button>
  );
  return (
    <Section {...section} end={mayChange && isOpen !== true ? change : undefined}>
      {isOpen === true ? form(() => setOpen(false)) : children}
    </Section>
  );
}
