import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../i18n/translate.ts';
import { Button } from '../ui/button.tsx';
import styles from './link-to-copy.module.css';
import { useCopyAddress } from './use-copy-address.ts';

type LinkToCopyProps = {
  readonly address: string;
  /** What the link is. */
  readonly label: string;
};

/** A link with a secret, which is shown this once, to be handed on. */
export function LinkToCopy({ address, label }: LinkToCopyProps): ReactNode {
  const t = useT();
  const { field, copy } = useCopyAddress(address);
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
      <Button look="primary" icon={Copy} onClick={copy} autoFocus>
        {t('publish.copy')}
      </Button>
    </>
  );
}
