import type { AuditDraft, AuditHead, KeptAuditLine } from '@bridgeboard/protocol';
import { freshId, hashOf } from './samples.ts';

/** Something to keep a line of: a pupil of a fresh school was let in. */
export function sampleDraft(about: Partial<AuditDraft> = {}): AuditDraft {
  const school = about.schools?.[0] ?? freshId();
  return {
    at: 1_790_000_000_000,
    act: 'pupil.admit',
    by: { person: freshId(), school, role: 'staff' },
    schools: [school],
    board: null,
    subjects: [{ kind: 'person', id: freshId() }],
    detail: null,
    entry: null,
    network: null,
    ...about,
  };
}

/** Makes a line of a draft as a server would; a store does not look into the hashes. */
export function sealSample(before: AuditHead, { network, ...facts }: AuditDraft): KeptAuditLine {
  const number = before.number + 1;
  const networkHash = network && hashOf(network.cut);
  return { line: { v: 1, number, ...facts, networkHash, hash: hashOf(`${before.hash} ${number}`) }, network };
}
