import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { showToast } from '../../../ui/show-toast.tsx';

/** The lines that cannot be taken, to be put right where the list came from. */
export function LeftOut({ text, count }: { readonly text: string; readonly count: number }): ReactNode {
  const t = useT();
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      showToast({ text: t('classes.list.copied') });
    } catch {
      showToast({ tone: 'problem', text: t('classes.list.notCopied') });
    }
  }
  return (
    <Button icon={Copy} onClick={() => void copy()}>
      {t('classes.list.copy', { count })}
    </Button>
  );
}
