import { applyFields } from '@bridgeboard/domain';

import type { WholeOp } from './whole-op.ts';

/** When the fields of an operation were set, in ms by this device's clock; `''` stands for a creation or deletion itself. */
export type OpTimes = Readonly<Record<string, number>>;

interface TimedOp {
  readonly op: WholeOp;
  readonly times?: OpTimes;
}

/** The times of an operation that was done in one moment. */
export function timesOf(op: WholeOp, now: number): OpTimes {
  const parts = op.op === 'update' ? Object.keys(op.set) : [''];
  return Object.fromEntries(parts.map((part) => [part, now]));
}

/**
 * What is left to do of an operation beside those on the same record that wait already, the newest act winning whichever tab it
 * was done in. Null where they say it all.
 */
export function newsOf({ op, times = {} }: TimedOp, here: readonly TimedOp[]): WholeOp | null {
  const newest = Math.max(-Infinity, ...here.flatMap((each) => Object.values(each.times ?? {})));
  switch (op.op) {
    case 'delete':
      return newest > (times[''] ?? 0) ? null : op;
    case 'update': {
      const isNewer = ([name]: [string, unknown]): boolean => !(setAt(here, name) > (times[name] ?? 0));
      const set = Object.fromEntries(Object.entries(op.set).filter(isNewer));
      return Object.keys(set).length > 0 ? { ...op, set } : null;
    }
    case 'create':
      if (newest <= (times[''] ?? 0)) return op;
      return here.at(-1)?.op.op === 'delete' ? null : { op: 'create', record: here.reduce(laidOver, op.record) };
  }
}

/** When a field was set last, or everything was. */
function setAt(here: readonly TimedOp[], name: string): number {
  return Math.max(
    -Infinity,
    ...here.map(({ times = {} }) => Math.max(times[name] ?? -Infinity, times[''] ?? -Infinity)),
  );
}

function laidOver(record: (WholeOp & { op: 'create' })['record'], { op }: TimedOp): typeof record {
  if (op.op === 'create') return op.record;
  return op.op === 'update' ? applyFields(record, op.set) : record;
}
