import { Copy, ExternalLink } from 'lucide-react';
import { useRef } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { buttonClass } from '../../ui/button-look.ts';
import { showToast } from '../../ui/show-toast.tsx';
import styles from './publish-panel.module.css';

/** The page's address, to hand on. */
export function CopyLink({ address }: { readonly address: string }): ReactNode {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      showToast({ text: t('publish.copied') });
    } catch {
      // A browser that lets no page at the clipboard: the address is marked, and copying by hand works.
      field.current?.select();
    }
  }
  return (
    <div className={styles.link}>
      <input
        ref={field}
        readOnly
        dir="ltr"
        className={styles.address}
        value={address}
        aria-label={t('publish.address')}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button look="primary" icon={Copy} onClick={() => void copy()}>
        {t('publish.copy')}
      </Button>
      <a href={address} target="_blank" rel="noopener" className={buttonClass({ look: 'plain', hasIcon: true })}>
        <ExternalLink aria-hidden />
        {t('publish.open')}
      </a>
    </div>
  );
}
