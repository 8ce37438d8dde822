import { Volume2 } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../i18n/translate.ts';
import { useReadAloud } from '../lib/read-aloud.ts';
import { Button } from './button.tsx';

/** Has the choices read aloud, beginning with `first`. Not there on a device that has no voice of its own. */
export function ListenButton({ first }: { readonly first: string }): ReactNode {
  const t = useT();
  const { isPossible, isOn, toggle } = useReadAloud();
  if (!isPossible) return null;
  return (
    <Button look="plain" size="touch" icon={Volume2} aria-pressed={isOn} onClick={() => toggle(first)}>
      {t('concern.listen')}
    </Button>
  );
}
