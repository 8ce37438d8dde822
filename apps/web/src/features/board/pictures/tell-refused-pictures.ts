import type { ErrorCode } from '@bridgeboard/protocol';

import type { Translate } from '../../../i18n/translate.ts';
import { showToast } from '../../../ui/show-toast.tsx';

/** Says of files that are no pictures why, each reason once. */
export function tellRefusedPictures(codes: readonly ErrorCode[], t: Translate): void {
  for (const code of new Set(codes)) showToast({ tone: 'problem', text: t(`error.${code}`) }, `picture ${code}`);
}
