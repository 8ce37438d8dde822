import { useEffect } from 'react';

import { useT } from '../i18n/translate.ts';

/** Names the page in the tab and for those who listen; an empty title leaves the product's name alone. */
export function useDocumentTitle(title: string): void {
  const t = useT();
  const name = t('app.name');
  useEffect(() => {
    document.title = title === '' ? name : `${title} · ${name}`;
  }, [title, name]);
}
