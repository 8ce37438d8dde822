import type { ClassAges } from '@bridgeboard/protocol';
import { useEffect } from 'react';

import { speakTo } from './language.ts';

/** Says this page in words for readers of this age; nothing changes while it is not known who reads (undefined). */
export function useWordsFor(reader: { readonly ages: ClassAges | null } | undefined): void {
  const ages = reader?.ages;
  useEffect(() => {
    if (ages !== undefined) void speakTo(ages);
  }, [ages]);
}
