import type { ConcernDraft } from '@bridgeboard/protocol';

/** Whether this is how a report begins, of which there is one. */
export function beginsConcern({ event }: Pick<ConcernDraft, 'event'>): boolean {
  return event.kind === 'reported';
}
