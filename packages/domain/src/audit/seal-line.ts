import type { AuditDraft, AuditHead, KeptAuditLine } from '@bridgeboard/protocol';
import { hashOf } from '../board/canonical.ts';
import { chainedLine } from './line-chain.ts';

/** Makes a draft the line that follows `before`: numbered, and chained by its hash (AU2). */
export function sealLine(before: AuditHead, { network, ...facts }: AuditDraft): KeptAuditLine {
  return { line: chainedLine(before, { ...facts, networkHash: network && hashOf(network) }), network };
}
