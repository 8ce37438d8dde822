import type { FanoutCase, FanoutLine } from '../fanout/measure.ts';
import { clients, records } from '../parts/memory.ts';
import { decimals, textTable } from './text-table.ts';

/** What a run found, as far as it went. */
export interface Measured {
  readonly lines: readonly FanoutLine[];
  /** Figures of each part that ran, by its name. */
  readonly parts: Readonly<Record<string, unknown>>;
}

/** A figure to reach: at most so much, or at least. */
interface Target {
  readonly what: string;
  readonly bound: number;
  readonly isFloor?: true;
  readonly unit: string;
  readonly digits?: number;
  /** Null where this run did not measure it. */
  readonly of: (measured: Measured) => number | null;
}

/** The outcome of a target. */
export interface Reached {
  readonly what: string;
  readonly bound: number;
  readonly measured: number | null;
  /** Null where it was not measured. */
  readonly holds: boolean | null;
}

type FanoutFigure = 'cpuRatioVsTldraw' | 'p95Ms' | 'kBpsPerClient' | 'serverCpu' | 'delivered';

function fanout(sessions: FanoutCase['sessions'], figure: FanoutFigure, factor = 1): Target['of'] {
  return ({ lines }) => {
    const isIt = ({ server, row, ...line }: FanoutLine): boolean =>
      server === 'bridgeboard' && row === 'open' && line.sessions === sessions;
    const value = lines.find(isIt)?.[figure] ?? null;
    return value === null ? null : value * factor;
  };
}

/** The number at a path of keys in a part's figures. */
function part(name: string, path: readonly (string | number)[], factor = 1): Target['of'] {
  return ({ parts }) => {
    let value: unknown = parts[name];
    for (const key of path) value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[key];
    return typeof value === 'number' ? value * factor : null;
  };
}

/** What something adds to a figure, where the figure without it was measured too. */
function beyond(name: string, path: readonly (string | number)[], without: readonly (string | number)[]): Target['of'] {
  return (measured) => {
    const [all, some] = [part(name, path)(measured), part(name, without)(measured)];
    return all === null || some === null ? null : all - some;
  };
}

/** REL-09 allows 2.5 kB for each record and 110 KiB for each client: here for those of the part, in MB. */
const ofRecordsAndClients: Target['of'] = (measured) => {
  const [each, client] = [part('memory', ['kBPerRecord'])(measured), part('memory', ['kiBPerClient'])(measured)];
  return each === null || client === null ? null : (each * records) / 1_000 + (client * 1_024 * clients) / 1e6;
};

const targets: readonly Target[] = [
  {
    what: 'open 60 / 20: server CPU ÷ tldraw sync',
    bound: 0.25,
    unit: '',
    digits: 2,
    of: fanout(60, 'cpuRatioVsTldraw'),
  },
  { what: 'open 60 / 20: p95', bound: 100, unit: 'ms', of: fanout(60, 'p95Ms') },
  { what: 'open 60 / 20: a client receives', bound: 25, unit: 'kB/s', digits: 1, of: fanout(60, 'kBpsPerClient') },
  { what: 'open 240 / 30: server CPU', bound: 100, unit: '% of a core', of: fanout(240, 'serverCpu', 100) },
  { what: 'open 240 / 30: p95', bound: 150, unit: 'ms', of: fanout(240, 'p95Ms') },
  {
    what: 'open 240 / 30: delivered',
    bound: 100,
    isFloor: true,
    unit: '%',
    digits: 2,
    of: fanout(240, 'delivered', 100),
  },
  {
    what: 'a thousand viewers: delivered',
    bound: 100,
    isFloor: true,
    unit: '%',
    digits: 2,
    of: part('viewers', ['delivered'], 100),
  },
  {
    what: 'opening 5,000 plain records at the server',
    bound: 1_000,
    unit: 'ms',
    of: part('opening', ['plain', 'coldMs']),
  },
  {
    what: 'opening 5,000 mixed records at the server',
    bound: 1_000,
    unit: 'ms',
    of: part('opening', ['mixed', 'coldMs']),
  },
  { what: '5,000 plain records on the wire', bound: 200, unit: 'kB', of: part('opening', ['plain', 'wireKB']) },
  { what: '5,000 mixed records on the wire', bound: 600, unit: 'kB', of: part('opening', ['mixed', 'wireKB']) },
  {
    what: 'opening a board with 100,000 journal entries',
    bound: 1_000,
    unit: 'ms',
    of: part('long-journal', ['coldMs']),
  },
  {
    what: 'group commit at 500 entries a second: p99',
    bound: 10,
    unit: 'ms',
    digits: 2,
    of: part('group-commit', ['p99Ms']),
  },
  { what: 'stopped after SIGTERM (REL-18)', bound: 5_000, unit: 'ms', of: part('join-storm', ['stoppedAfterMs']) },
  { what: '300 clients back: p99 (REL-18)', bound: 5_000, unit: 'ms', of: part('join-storm', ['backP99Ms']) },
  { what: 'longest stall in the storm (REL-18)', bound: 200, unit: 'ms', of: part('join-storm', ['longestStallMs']) },
  {
    what: 'memory of 5,000 records and 280 clients (REL-09)',
    bound: (2.5 * records) / 1_000 + (110 * 1_024 * clients) / 1e6,
    unit: 'MB',
    digits: 1,
    of: ofRecordsAndClients,
  },
  { what: '… a record of it', bound: 2.5, unit: 'kB', digits: 2, of: part('memory', ['kBPerRecord']) },
  { what: '… a client of it', bound: 110, unit: 'KiB', digits: 1, of: part('memory', ['kiBPerClient']) },
  {
    what: '300 people at 2 edits a second: answered, p99 (REL-10)',
    bound: 150,
    unit: 'ms',
    of: part('full-board', ['answerP99Ms']),
  },
  { what: '300 people: delivery, p99 (REL-10)', bound: 250, unit: 'ms', of: part('full-board', ['p99Ms']) },
  {
    what: '300 people: server CPU (REL-10)',
    bound: 60,
    unit: '% of a core',
    of: part('full-board', ['serverCpu'], 100),
  },
  {
    what: 'one stalled reader: cut after (REL-08)',
    bound: 10_000,
    unit: 'ms',
    of: part('slow-readers', ['phases', 1, 'cutAfterMs']),
  },
  {
    what: 'one stalled reader: memory beyond that without (REL-08)',
    bound: 8,
    unit: 'MiB',
    digits: 1,
    of: beyond('slow-readers', ['phases', 1, 'grownMiB'], ['phases', 0, 'grownMiB']),
  },
  {
    what: '50 stalled readers: memory beyond that without (REL-08)',
    bound: 64,
    unit: 'MiB',
    digits: 1,
    of: beyond('slow-readers', ['phases', 2, 'grownMiB'], ['phases', 0, 'grownMiB']),
  },
  {
    what: '50 stalled readers: others’ p99 ÷ without (REL-08)',
    bound: 1.2,
    unit: '',
    digits: 2,
    of: part('slow-readers', ['phases', 2, 'p99Ratio']),
  },
  {
    what: '200 guesses of passwords a second: a lesson’s p95 ÷ without',
    bound: 1.5,
    unit: '',
    digits: 2,
    of: part('sign-in-guesses', ['p95Ratio']),
  },
  {
    what: 'signing in meanwhile, in a known browser: the slowest (SEC-30)',
    bound: 5_000,
    unit: 'ms',
    of: part('sign-in-among-guesses', ['browser', 'slowestMs']),
  },
  {
    what: '… or on a network that is known',
    bound: 5_000,
    unit: 'ms',
    of: part('sign-in-among-guesses', ['network', 'slowestMs']),
  },
  {
    what: 'a child’s first way from the code to the board, slow tablet and line',
    bound: 20,
    unit: 's',
    digits: 1,
    of: part('way-in', ['allMs'], 0.001),
  },
  {
    what: '60 decisions with a thousand waiting, slow processor: the machine’s share of three minutes',
    bound: 60,
    unit: 's',
    digits: 1,
    of: part('long-queue', ['allMs'], 0.001),
  },
];

/** Each target beside what this run found. */
export function reachedBy(measured: Measured): Reached[] {
  return targets.map(({ what, bound, isFloor, of }) => {
    const value = of(measured);
    const holds = value === null ? null : isFloor ? value >= bound : value <= bound;
    return { what, bound, measured: value, holds };
  });
}

const verdicts = { true: 'reached', false: '**missed**', null: 'not measured' } as const;

/** The targets as a table for people. */
export function targetsTable(measured: Measured): string {
  const reached = reachedBy(measured);
  return textTable(
    ['figure', 'target', 'measured', ''],
    targets.map(({ what, bound, isFloor, unit, digits }, at) => [
      what,
      `${isFloor ? '≥' : '≤'} ${decimals(bound, Number.isInteger(bound) ? 0 : digits)} ${unit}`.trim(),
      decimals(reached[at]?.measured, digits),
      verdicts[`${reached[at]?.holds ?? null}`],
    ]),
  );
}
