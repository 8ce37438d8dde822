import type { LoadPerson } from '../clients/load-client.ts';
import { preciseNow } from '../load/job.ts';
import type { Kind, LoadReport } from '../load/job.ts';
import { LoadProcesses } from '../load/load-processes.ts';
import type { ServerProcess } from '../servers/server-process.ts';
import type { Workload } from '../workload/workload.ts';
import { judgeReports } from './judge-reports.ts';
import type { Delivery, Sight } from './judge-reports.ts';
import { chooseProbes } from './people.ts';
import { percentile } from './percentile.ts';

/** Where the load goes, and who is on the board. */
export interface FanoutTarget {
  readonly kind: Kind;
  readonly server: ServerProcess;
  readonly board: string;
  readonly people: readonly LoadPerson[];
  readonly workload: Workload;
  readonly sight: (people: readonly LoadPerson[]) => Sight;
  readonly approveAfterMs: number | null;
  /** Numbers of those whose receipts count; absent: a teacher and a pupil of each school. */
  readonly probes?: readonly number[];
}

/** One run of the workload against one server. */
export interface FanoutResult extends Delivery {
  /** Share of one core that the server used, all its threads and children together. */
  readonly serverCpu: number;
  /** The part of it that the kernel used: sockets and the disk. */
  readonly serverSystemCpu: number;
  readonly kBpsPerClient: number;
  readonly messagesPerSecondPerClient: number;
  /** The same for those who only look on; null where nobody does. */
  readonly kBpsPerViewer: number | null;
  /** From sending an edit to its answer, which says that it is durable; null where the protocol has none. */
  readonly answerP99Ms: number | null;
  readonly serverMiB: number;
  /** Share of one core of the busiest load process: near 1 the load itself was the bottleneck. */
  readonly loadCpu: number;
  readonly latestStepMs: number;
  readonly complaints: readonly (readonly [words: string, times: number])[];
}

/** Everybody has connected and is idle for so long before they begin. */
const restMs = 300;

/** Connects everybody, lets them work, and says what it cost and what arrived. */
export async function runFanout(target: FanoutTarget): Promise<FanoutResult> {
  const { kind, server, board, people, workload, approveAfterMs } = target;
  const probes = target.probes ?? chooseProbes(people);
  const job = { kind, url: server.url, board, workload, people, probes, approveAfterMs };
  using load = await LoadProcesses.connect(job);
  const begin = preciseNow() + restMs;
  const [from, to] = [begin + workload.warmUpMs, begin + workload.warmUpMs + workload.measuredMs];
  const running = load.run(begin);
  const [before, after] = await Promise.all([usageAt(server, from), usageAt(server, to)]);
  const reports = await running;
  const seconds = (after.at - before.at) / 1_000;
  const viewers = people.filter(({ looksOn }) => looksOn).length;
  const perSecond = (total: (report: LoadReport) => number): number => sumOf(reports, total) / seconds;
  const answers = reports.flatMap(({ answerMs }) => answerMs);
  return {
    ...judgeReports(reports, { sight: target.sight(people), probes, from, to }),
    serverCpu: (after.cpuMs - before.cpuMs) / (after.at - before.at),
    serverSystemCpu: (after.systemMs - before.systemMs) / (after.at - before.at),
    kBpsPerClient: perSecond(({ bytes }) => bytes) / (people.length - viewers) / 1_000,
    messagesPerSecondPerClient: perSecond(({ messages }) => messages) / (people.length - viewers),
    kBpsPerViewer: viewers === 0 ? null : perSecond(({ viewerBytes }) => viewerBytes) / viewers / 1_000,
    answerP99Ms: answers.length === 0 ? null : percentile(answers, 0.99),
    serverMiB: after.residentBytes / 2 ** 20,
    loadCpu: Math.max(...reports.map(({ cpuShare }) => cpuShare)),
    latestStepMs: Math.max(...reports.map(({ latestStepMs }) => latestStepMs)),
    complaints: reports.flatMap(({ complaints }) => complaints),
  };
}

async function usageAt(server: ServerProcess, moment: number) {
  await new Promise((resolve) => setTimeout(resolve, moment - preciseNow()));
  return { ...server.usage(), at: preciseNow() };
}

function sumOf(reports: readonly LoadReport[], total: (report: LoadReport) => number): number {
  return reports.reduce((sum, report) => sum + total(report), 0);
}
