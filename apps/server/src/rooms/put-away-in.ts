import { trustKindOfSlot, type BoardState } from '@bridgeboard/domain';
import type { JournalEntry, TrustMark } from '@bridgeboard/protocol';

import type { SchoolPupil } from '../pupil-trust.ts';

interface PutAway {
  readonly pupil: SchoolPupil;
  readonly mark: TrustMark;
}

/** Pupils of whose work these entries put something away, with the mark that each gets for it (TL3). */
export function putAwayIn(state: BoardState, entries: readonly JournalEntry[]): readonly PutAway[] {
  const found = new Map<string, PutAway>();
  for (const { facts } of entries) {
    if (facts.kind !== 'hide') continue;
    for (const change of facts.changes) {
      const slot = change.kind === 'hide' && change.hidden ? state.slots.get(change.id) : undefined;
      if (!slot || state.members.get(slot.author)?.role !== 'pupil') continue;
      const by = facts.actor?.person ?? '';
      const mark = { kind: trustKindOfSlot(slot), level: 'before', cause: 'put-away', by, at: facts.at } as const;
      found.set(`${slot.author} ${mark.kind}`, { pupil: { id: slot.author, school: slot.school }, mark });
    }
  }
  return [...found.values()];
}
