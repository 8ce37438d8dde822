import { Copy } from 'lucide-react';
import { useRef } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../i18n/translate.ts';
import { Button } from '../ui/button.tsx';
import { showToast } from '../ui/show-toast.tsx';
import styles from './link-to-copy.module.css';

type LinkToCopyProps = {
  readonly address: string;
  /** What the link is. */
  readonly label: string;
};

/** A link with a secret, which is shown this once, to be handed on. */
export function LinkToCopy({ address, label }: LinkToCopyProps): ReactNode {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  async function handleCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      showToast({ text: t('publish.copied') });
    } catch {
      // A browser that lets no page at the clipboard: the address is marked, and copying by hand works.
      field.current?.select();
    }
  }
  return (
    <>
      <input
        ref={field}
        readOnly
        dir="ltr"
        className={styles.address}
        value={address}
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button look="primary" icon={Copy} onClick={() => void handleCopy()} autoFocus>
        {t('publish.copy')}
      </Button>
    </>
  );
}
