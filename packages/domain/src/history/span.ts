import type { JournalEntry } from '@bridgeboard/protocol';

import { isAssetId } from '../board/assets.ts';
import { recordsIn } from './replay.ts';

/** What one person drew in a stretch of time, or that person and others, both ends included, in ms since 1970 by the server's clock. */
export interface Span {
  readonly person: string;
  readonly others?: ReadonlySet<string>;
  readonly from: number;
  readonly to: number;
}

/** Whether an entry is one of the edits that a span is about; decisions and hiding have an undo of their own (P10, P22). */
export function isInSpan({ facts }: JournalEntry, span: Span): boolean {
  const { kind, actor, at } = facts;
  if (kind !== 'edit' || !actor || at < span.from || at > span.to) return false;
  return actor.person === span.person || span.others?.has(actor.person) === true;
}

/** Ids of all records that the edits of a span changed, what they only moved along included; pictures stay, unseen without an image. */
export function recordsOfSpan(entries: readonly JournalEntry[], span: Span): Set<string> {
  const changed = entries.filter((entry) => isInSpan(entry, span)).flatMap((entry) => [...recordsIn(entry)]);
  return new Set(changed.filter((id) => !isAssetId(id)));
}
