import { useRef } from 'react';
import type { RefObject } from 'react';

import { useT } from '../i18n/translate.ts';
import { showToast } from '../ui/show-toast.tsx';

/** Copies an address that stands in a field. */
export function useCopyAddress(address: string): {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly copy: () => void;
} {
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
  return { field, copy: () => void handleCopy() };
}
