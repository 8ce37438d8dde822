/*
 * Loaded into a server before its own program (`--import`): on SIGUSR2 it writes one line about the process to standard
 * error, after a full collection of garbage where `--expose-gc` allows one, and begins to watch the event loop anew.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';

import type { SelfReport } from './self-report-line.ts';
import { selfReportMark } from './self-report-line.ts';

const resolutionMs = 5;
const delay = monitorEventLoopDelay({ resolution: resolutionMs });
delay.enable();

process.on('SIGUSR2', () => {
  const longestStallMs = Math.max(0, delay.max / 1e6 - resolutionMs);
  // The first finds out which buffers nobody has any more, but they are counted until the second.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  const report: SelfReport = { longestStallMs, heapBytes: heapUsed + external, residentBytes: rss };
  process.stderr.write(`${selfReportMark}${JSON.stringify(report)}\n`);
  delay.reset();
});
