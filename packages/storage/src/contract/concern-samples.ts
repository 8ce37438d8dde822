import type { ConcernDraft, ConcernHead, KeptConcernLine } from '@bridgeboard/protocol';
import { freshId, hashOf } from './samples.ts';

/** A report of a fresh school about a piece. */
export function sampleConcern(about: Partial<ConcernDraft> = {}): ConcernDraft {
  const school = about.schools?.[0] ?? freshId();
  return {
    concern: freshId(),
    at: 1_790_000_000_000,
    by: { person: freshId(), school, role: 'pupil' },
    schools: [school],
    event: {
      kind: 'reported',
      board: freshId(),
      about: 'piece',
      record: 'shape:abcdefghijklmnopqrstu',
      assets: [],
      whose: null,
      reason: 'unkind',
      seq: 7,
    },
    content: 'sealed',
    ...about,
  };
}

/** Makes a line of a draft as a server would; a store does not look into the hashes. */
export function sealSampleConcern(before: ConcernHead, { content, ...facts }: ConcernDraft): KeptConcernLine {
  const number = before.number + 1;
  const contentHash = content && hashOf(content);
  return { line: { v: 1, number, ...facts, contentHash, hash: hashOf(`${before.hash} ${number}`) }, content };
}
