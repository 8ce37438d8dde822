import type { AuditDraft, AuditHead, KeptAuditLine } from '@bridgeboard/protocol';
import { hashOf } from '../board/canonical.ts';

/** Makes a draft the line that follows `before`: numbered, and chained by its hash (AU2). */
export function sealLine(before: AuditHead, { network, ...facts }: AuditDraft): KeptAuditLine {
  const line = { v: 1 as const, number: before.number + 1, ...facts, networkHash: network && hashOf(network) };
  return { line: { ...line, hash: hashOf([before.hash, line]) }, network };
}
