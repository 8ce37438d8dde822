import { toast } from 'sonner';

import { ToastCard } from './toast-card.tsx';
import type { ToastTone } from './toast-card.tsx';

/** Long enough to read, look up and press Undo; hovering or focusing stops the clock. */
const shownForMs = 10_000;

type ToastSpec = {
  /** What happened, in words: "Approved for both schools". */
  readonly text: string;
  readonly tone?: ToastTone;
  /** Takes it back. Leave out only for what needs no way back. */
  readonly onUndo?: () => void;
};

/** Tells of something done, with the way back. Give an `id` of your own to replace an earlier toast. */
export function showToast(spec: ToastSpec, id?: string): void {
  toast.custom((key) => <ToastCard {...spec} onClose={() => toast.dismiss(key)} />, {
    duration: shownForMs,
    ...(id === undefined ? {} : { id }),
  });
}
