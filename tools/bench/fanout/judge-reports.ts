import type { LoadReport } from '../load/job.ts';
import { percentile } from './percentile.ts';

/** How a probe stands to what is drawn. */
export interface Sight {
  /** Whether the probe is ever to see what this person draws. */
  sees(probe: number, drawer: number): boolean;
  /** Whether it sees it at once; what it sees only after an approval counts for the release, not for the latency. */
  seesLive(probe: number, drawer: number): boolean;
}

/** From the hand to another person's receipt. */
export interface Delivery {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** Points present at the probes in the end ÷ points drawn that these probes are to see. */
  readonly delivered: number;
  /** From asking for an approval to the receipt by those who could not see the stroke before; null without approvals. */
  readonly releaseP95Ms: number | null;
}

/** Puts together what drawers sent and probes received; latencies are of points drawn in the measured time. */
export function judgeReports(
  reports: readonly LoadReport[],
  about: { readonly sight: Sight; readonly probes: readonly number[]; readonly from: number; readonly to: number },
): Delivery {
  const received = new Map<string, readonly number[]>();
  for (const { person, stroke, times } of reports.flatMap((report) => report.received))
    received.set(`${person} ${stroke}`, times);
  const approved = new Map(reports.flatMap((report) => report.approved));
  const [latencies, releases]: [number[], number[]] = [[], []];
  let [due, present] = [0, 0];
  for (const { stroke, person, times } of reports.flatMap((report) => report.drawn)) {
    for (const probe of about.probes) {
      if (!about.sight.sees(probe, person)) continue;
      const got = received.get(`${probe} ${stroke}`) ?? [];
      due += times.length;
      present += Math.min(got.length, times.length);
      const approvedAt = approved.get(stroke);
      if (about.sight.seesLive(probe, person)) latencies.push(...latenciesOf(times, got, about));
      else if (approvedAt !== undefined && got[0] !== undefined) releases.push(got[0] - approvedAt);
    }
  }
  return {
    p50Ms: percentile(latencies, 0.5),
    p95Ms: percentile(latencies, 0.95),
    p99Ms: percentile(latencies, 0.99),
    delivered: due === 0 ? Number.NaN : present / due,
    releaseP95Ms: releases.length === 0 ? null : percentile(releases, 0.95),
  };
}

function latenciesOf(
  drawn: readonly number[],
  got: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
): number[] {
  return drawn.flatMap((at, nth) => {
    const receivedAt = got[nth];
    return at >= from && at < to && receivedAt !== undefined ? [receivedAt - at] : [];
  });
}
