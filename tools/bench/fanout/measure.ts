import { definedWorkload } from '../workload/workload.ts';
import { median } from './percentile.ts';
import type { FanoutResult } from './run-fanout.ts';
import { runPeer, runRow } from './targets.ts';
import type { Peer, Row } from './targets.ts';

/** Whom the workload is put on, in which row, with how many people. */
export interface FanoutCase {
  readonly server: 'bridgeboard' | Peer;
  readonly row: Row;
  readonly sessions: number;
  readonly drawers: number;
}

/** A case with the median of its runs, figure by figure. */
export interface FanoutLine extends FanoutCase, Omit<FanoutResult, 'complaints'> {
  readonly runs: number;
  /** Server CPU of this line ÷ that of tldraw sync with as many people in the open row of the same run; null without one. */
  readonly cpuRatioVsTldraw: number | null;
  readonly complaints: FanoutResult['complaints'];
}

const [thirty, sixty, hundredTwenty] = [
  { sessions: 30, drawers: 10 },
  { sessions: 60, drawers: 20 },
  { sessions: 120, drawers: 30 },
] as const;

/** Ours against tldraw where the ratio is taken. */
export const quickCases: readonly FanoutCase[] = [
  { server: 'tldraw', row: 'open', ...sixty },
  { server: 'bridgeboard', row: 'open', ...sixty },
];

/** The whole table of decisions, section 5. */
export const allCases: readonly FanoutCase[] = [
  { server: 'bridgeboard', row: 'open', ...thirty },
  { server: 'tldraw', row: 'open', ...thirty },
  { server: 'hocuspocus', row: 'open', ...thirty },
  { server: 'bridgeboard', row: 'open', ...sixty },
  { server: 'tldraw', row: 'open', ...sixty },
  { server: 'hocuspocus', row: 'open', ...sixty },
  { server: 'bridgeboard', row: 'own-school', ...sixty },
  { server: 'bridgeboard', row: 'review', ...sixty },
  { server: 'bridgeboard', row: 'open', ...hundredTwenty },
  { server: 'tldraw', row: 'open', ...hundredTwenty },
  { server: 'hocuspocus', row: 'open', ...hundredTwenty },
  { server: 'bridgeboard', row: 'open', sessions: 240, drawers: 30 },
];

/** Runs every case `runs` times, one after another and not the same one twice in a row, so that all meet the machine's moods. */
export async function measureFanout(
  cases: readonly FanoutCase[],
  { runs, onRun }: { readonly runs: number; readonly onRun: (about: FanoutCase, result: FanoutResult) => void },
): Promise<FanoutLine[]> {
  const results = cases.map((): FanoutResult[] => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [at, about] of cases.entries()) {
      const result = await runCase(about);
      results[at]?.push(result);
      onRun(about, result);
    }
  }
  const lines = cases.map((about, at) => lineOf(about, results[at] ?? []));
  return lines.map((line) => ({ ...line, cpuRatioVsTldraw: ratioOf(line, lines) }));
}

function runCase({ server, row, sessions, drawers }: FanoutCase): Promise<FanoutResult> {
  const workload = { ...definedWorkload, sessions, drawers };
  return server === 'bridgeboard' ? runRow(row, workload) : runPeer(server, workload);
}

function lineOf(about: FanoutCase, results: readonly FanoutResult[]): FanoutLine {
  const middle = (figure: (result: FanoutResult) => number): number => median(results.map(figure));
  const middleOrNull = (figure: (result: FanoutResult) => number | null): number | null => {
    const found = results.map(figure).filter((value) => value !== null);
    return found.length === 0 ? null : median(found);
  };
  return {
    ...about,
    runs: results.length,
    cpuRatioVsTldraw: null,
    serverCpu: middle(({ serverCpu }) => serverCpu),
    serverSystemCpu: middle(({ serverSystemCpu }) => serverSystemCpu),
    p50Ms: middle(({ p50Ms }) => p50Ms),
    p95Ms: middle(({ p95Ms }) => p95Ms),
    p99Ms: middle(({ p99Ms }) => p99Ms),
    releaseP95Ms: middleOrNull(({ releaseP95Ms }) => releaseP95Ms),
    answerP99Ms: middleOrNull(({ answerP99Ms }) => answerP99Ms),
    kBpsPerViewer: middleOrNull(({ kBpsPerViewer }) => kBpsPerViewer),
    kBpsPerClient: middle(({ kBpsPerClient }) => kBpsPerClient),
    messagesPerSecondPerClient: middle(({ messagesPerSecondPerClient }) => messagesPerSecondPerClient),
    delivered: middle(({ delivered }) => delivered),
    serverMiB: middle(({ serverMiB }) => serverMiB),
    loadCpu: middle(({ loadCpu }) => loadCpu),
    latestStepMs: middle(({ latestStepMs }) => latestStepMs),
    complaints: results.flatMap(({ complaints }) => complaints),
  };
}

function ratioOf(line: FanoutLine, lines: readonly FanoutLine[]): number | null {
  const peer = lines.find(({ server, sessions }) => server === 'tldraw' && sessions === line.sessions);
  return peer === undefined ? null : line.serverCpu / peer.serverCpu;
}
