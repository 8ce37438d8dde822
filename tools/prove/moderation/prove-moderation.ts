import { runRaces } from '@bridgeboard/testkit';

import { percentile } from '../../bench/fanout/percentile.ts';
import { measureTextCheck } from '../text-check.ts';
import { Approvals } from './approvals.ts';
import { LiveStage } from './live-stage.ts';
import { Revocations } from './revocations.ts';

/** What a run came to. Times are from the asking to the last, or the first, frame that tells of it, in ms. */
export interface ModerationProof {
  readonly interleavings: number;
  readonly violations: number;
  readonly revocations: number;
  readonly lastLeakP99Ms: number;
  readonly lastLeakMaxMs: number;
  readonly approveToScreenP99Ms: number;
  /** Shares, of the corpora beside the check (SG-03). */
  readonly textCheck: { readonly recall: number; readonly falseHolds: number };
}

/** How soon it must be over, and there (REL-07), in ms. */
export const mostMs = { leakP99: 250, leakMax: 1_000, approveP99: 1_000 } as const;

/** What the text check must find of what was planted, and what it may hold of ordinary names and sentences (SG-03). */
export const textCheckShares = { leastRecall: 0.99, mostFalseHolds: 0.02 } as const;

/** Notes let out and taken back at a time: while they wait, their authors do nothing else. */
const batch = 20;

/** Runs all races of the engine, and so many revocations on a live board of sixty; says every fault in words. */
export async function proveModeration(
  rounds: number,
  say: (line: string) => void,
): Promise<{ proof: ModerationProof; faults: readonly string[] }> {
  const { interleavings, violations } = runRaces();
  say(`${interleavings} interleavings, ${violations.length} violations`);
  await using stage = await LiveStage.open();
  const revocations = new Revocations(stage);
  const approvals = new Approvals(stage, revocations);
  const pupils = stage.atWork.length - 2;
  for (let round = 0; round < rounds / 4; round += 1) {
    const at = (nth: number) => stage.atWork[2 + ((nth + 7 * round) % pupils)];
    for (const [nth, act] of (['hide', 'freeze', 'dismiss'] as const).entries()) {
      const about = at(nth);
      if (about) await revocations[act](about);
    }
    for (const { stream } of stage.atWork) stream.client.received.length = 0;
    if ((round + 1) % 25 === 0) say(`${revocations.leaks.length} revocations`);
  }
  while (revocations.leaks.length < rounds) {
    const left = Math.min(batch, rounds - revocations.leaks.length);
    await approvals.letOutAndUndo(stage.atWork.slice(-left));
    say(`${revocations.leaks.length} revocations`);
  }
  const faults = [...violations, ...revocations.faults];
  const [p99, max] = [percentile(revocations.leaks, 0.99), Math.max(0, ...revocations.leaks)];
  const figures = {
    lastLeakP99Ms: p99,
    lastLeakMaxMs: max,
    approveToScreenP99Ms: percentile(approvals.toScreen, 0.99),
  };
  const rounded = Object.fromEntries(Object.entries(figures).map(([name, ms]) => [name, Math.round(ms)]));
  const counts = { interleavings, violations: faults.length, revocations: revocations.leaks.length };
  const { recall, falseHolds } = measureTextCheck();
  return { proof: { ...counts, ...(rounded as typeof figures), textCheck: { recall, falseHolds } }, faults };
}
