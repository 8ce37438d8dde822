import { Copy, ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { useCopyAddress } from '../../lib/use-copy-address.ts';
import { Button } from '../../ui/button.tsx';
import { buttonClass } from '../../ui/button-look.ts';
import styles from './publish-panel.module.css';

/** The page's address, to hand on. */
export function CopyLink({ address }: { readonly address: string }): ReactNode {
  const t = useT();
  const { field, copy } = useCopyAddress(address);
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
      <Button look="primary" icon={Copy} onClick={copy}>
        {t('publish.copy')}
      </Button>
      <a href={address} target="_blank" rel="noopener" className={buttonClass({ look: 'plain', hasIcon: true })}>
        <ExternalLink aria-hidden />
        {t('publish.open')}
      </a>
    </div>
  );
}
