import { expect, test } from 'vitest';

import type { LoadReport, StrokeTimes } from '../load/job.ts';
import { judgeReports } from './judge-reports.ts';

const nothing = { bytes: 0, messages: 0, viewerBytes: 0, answerMs: [], cpuShare: 0, latestStepMs: 0, complaints: [] };
const window = { probes: [0, 1], from: 1_000, to: 2_000 };
const all = { sees: () => true, seesLive: () => true };

function report(drawn: StrokeTimes[], received: StrokeTimes[], approved: [string, number][] = []): LoadReport {
  return { ...nothing, drawn, received, approved };
}

test('latencies are of points drawn in the measured time, also between processes; what is missing was not delivered', () => {
  const drawer = report([{ stroke: 'a', person: 7, times: [990, 1_000, 1_500, 1_990] }], []);
  const probes = report(
    [],
    [
      { stroke: 'a', person: 0, times: [1_990, 1_010, 1_520] },
      { stroke: 'a', person: 1, times: [1_991, 1_030, 1_540, 2_030] },
    ],
  );
  const judged = judgeReports([drawer, probes], { ...window, sight: all });
  expect(judged).toEqual({ p50Ms: 30, p95Ms: 40, p99Ms: 40, delivered: 7 / 8, releaseP95Ms: null });
});

test('what a probe is never to see is not missed, and what it sees after an approval counts from there', () => {
  const drawn = [{ stroke: 'a', person: 7, times: [1_000, 1_050] }];
  const received = [
    { stroke: 'a', person: 0, times: [1_020, 1_080] },
    { stroke: 'a', person: 1, times: [5_100, 5_100] },
  ];
  const reports = [report(drawn, received, [['a', 5_000]])];
  const held = { sees: () => true, seesLive: (probe: number) => probe === 0 };
  expect(judgeReports(reports, { ...window, sight: held })).toMatchObject({
    p95Ms: 30,
    delivered: 1,
    releaseP95Ms: 100,
  });
  const apart = { sees: (probe: number) => probe === 0, seesLive: (probe: number) => probe === 0 };
  expect(judgeReports(reports, { ...window, sight: apart })).toMatchObject({ delivered: 1, releaseP95Ms: null });
});
