import type { CSSProperties, ReactNode } from 'react';
import { Toaster } from 'sonner';

import { useT } from '../i18n/translate.ts';

/** As wide as a card, so that it stands in the middle. */
const cardWidth = { '--width': '420px' } as CSSProperties;

/** Where toasts appear: once, around the whole app. They stand clear of the board's watermark in the bottom corner. */
export function Toasts({ dir }: { readonly dir: 'ltr' | 'rtl' }): ReactNode {
  const t = useT();
  return (
    <Toaster
      dir={dir}
      position="bottom-center"
      containerAriaLabel={t('app.notifications')}
      offset={{ bottom: 120 }}
      mobileOffset={{ bottom: 88 }}
      gap={8}
      style={cardWidth}
      visibleToasts={3}
    />
  );
}
