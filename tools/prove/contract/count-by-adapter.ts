import { tallyReport, type VitestReport } from '../../gate/read-vitest-report.ts';

export type Adapter = 'memory' | 'sqlite' | 'mongo';

/** Cases of the contract suite for one adapter. */
export interface AdapterCount {
  readonly ran: number;
  readonly failed: number;
  readonly notRun: number;
}

/** The file that hands an adapter over to the suite. */
export function suiteOf(adapter: Adapter): string {
  return `packages/storage/src/${adapter}/${adapter}.contract.test.ts`;
}

/** Counts a report adapter by adapter. One whose file is not in it has failed: nothing is known of it. */
export function countByAdapter(report: VitestReport, exitCode: number): Record<Adapter, AdapterCount> {
  const count = (adapter: Adapter): AdapterCount => {
    const testResults = report.testResults.filter(({ name }) => name.endsWith(suiteOf(adapter)));
    const isAllWell = exitCode === 0 && report.success;
    // What vitest says of the run as a whole counts against an adapter only if its own file fails or has no test.
    const { passed, failed, skipped } = tallyReport({ success: true, testResults }, 0);
    return {
      ran: passed + failed,
      failed: isAllWell || failed > 0 ? failed : failedElsewhere(report),
      notRun: skipped,
    };
  };
  return { memory: count('memory'), sqlite: count('sqlite'), mongo: count('mongo') };
}

/** A run that failed although no file did, by a rejection that nobody handled, speaks for no adapter. */
function failedElsewhere(report: VitestReport): number {
  return report.testResults.some(({ status }) => status === 'failed') ? 0 : 1;
}
