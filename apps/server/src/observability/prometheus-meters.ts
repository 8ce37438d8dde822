import type { Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { Meters, RefusedAt } from './meters.ts';
import type { Readings } from './readings.ts';

/** Seconds; a commit that takes longer than the last but one is felt by whoever draws. */
const commitBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
const answerBuckets = [0.005, 0.025, 0.1, 0.5, 2, 10];
const batchBuckets = [1, 2, 5, 10, 20, 50, 100];

interface Counting {
  readonly registry: Registry;
  readonly commitSeconds: Histogram;
  readonly batchEntries: Histogram;
  readonly appendsFailed: Counter;
  readonly refusals: Counter<'code' | 'at'>;
  readonly answers: Counter<'route' | 'status'>;
  readonly answerSeconds: Histogram<'route'>;
  readonly gauges: ReadonlyMap<string, Gauge<'kind'>>;
}

/** Names and meanings of what is read at the moment of asking; `docs/operations/monitoring.md` explains each. */
const gaugeWords = {
  bridgeboard_ready: '1 where the store answers and lessons are served',
  bridgeboard_rooms: 'Boards in memory',
  bridgeboard_sockets: 'Sockets of people, by kind',
  bridgeboard_outbox_bytes: 'Bytes that have not reached their readers',
  bridgeboard_outbox_readers: 'Readers by how much they are told: flowing, still (no pointers), paused',
  bridgeboard_outbox_cut: 'Readers cut since the start because they were too slow',
  bridgeboard_queue_open_lines: 'Pieces of work that wait for staff',
  bridgeboard_queue_oldest_seconds: 'How long the oldest of them has waited',
  bridgeboard_queue_boards_behind: "Boards with changes that are not in the queue's index yet",
} as const;
type GaugeName = keyof typeof gaugeWords;

/** Loads the library, which a server that nobody watches never does. */
async function startCounting(): Promise<Counting> {
  const client = await import('prom-client');
  const registry = new client.Registry();
  const registers = [registry];
  client.collectDefaultMetrics({ register: registry });
  const histogram = <Label extends string = string>(
    name: string,
    { help, buckets, labelNames = [] }: { help: string; buckets: number[]; labelNames?: Label[] },
  ): Histogram<Label> => new client.Histogram({ name, help, buckets, labelNames, registers });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []): Counter<Label> =>
    new client.Counter({ name, help, labelNames, registers });
  const gauges = Object.entries(gaugeWords).map(([name, help]) => {
    const labelNames: 'kind'[] = /_sockets$|_readers$/.test(name) ? ['kind'] : [];
    return [name, new client.Gauge({ name, help, labelNames, registers })] as const;
  });
  return {
    registry,
    commitSeconds: histogram('bridgeboard_commit_seconds', {
      help: 'Time to keep a batch of journal entries',
      buckets: commitBuckets,
    }),
    batchEntries: histogram('bridgeboard_commit_entries', {
      help: 'Journal entries in a batch',
      buckets: batchBuckets,
    }),
    appendsFailed: counter('bridgeboard_appends_failed_total', 'Batches that could not be kept'),
    refusals: counter('bridgeboard_refusals_total', 'Refusals by code', ['code', 'at']),
    answers: counter('bridgeboard_http_answers_total', 'Answers by route pattern and status', ['route', 'status']),
    answerSeconds: histogram('bridgeboard_http_answer_seconds', {
      help: 'Time to answer, by route pattern',
      buckets: answerBuckets,
      labelNames: ['route'],
    }),
    gauges: new Map(gauges),
  };
}

/** Meters in the text format of Prometheus; the only file that knows the library. Counts from `begin` on. */
export class PrometheusMeters implements Meters {
  #counting: Counting | null = null;
  #starting: Promise<Counting> | null = null;

  /** Counting begins; again does nothing. */
  async begin(): Promise<void> {
    this.#starting ??= startCounting();
    this.#counting = await this.#starting;
  }

  kept({ entries, seconds }: { entries: number; seconds: number }): void {
    this.#counting?.commitSeconds.observe(seconds);
    this.#counting?.batchEntries.observe(entries);
  }

  notKept(): void {
    this.#counting?.appendsFailed.inc();
  }

  refused(code: string, at: RefusedAt): void {
    this.#counting?.refusals.inc({ code, at });
  }

  answered({ route, status, seconds }: { route: string; status: number; seconds: number }): void {
    this.#counting?.answers.inc({ route, status });
    this.#counting?.answerSeconds.observe({ route }, seconds);
  }

  /** Everything counted so far, and how the server stands. */
  async page(readings: Readings): Promise<{ readonly type: string; readonly text: string }> {
    await this.begin();
    const counting = this.#counting;
    if (counting === null) throw new Error('counting has begun just now');
    const set = (name: GaugeName, value: number, kind?: string): void => {
      const gauge = counting.gauges.get(name);
      if (kind === undefined) gauge?.set(value);
      else gauge?.set({ kind }, value);
    };
    showReadings(readings, set);
    return { type: counting.registry.contentType, text: await counting.registry.metrics() };
  }
}

function showReadings(readings: Readings, set: (name: GaugeName, value: number, kind?: string) => void): void {
  const { people, outboxes, queue } = readings;
  set('bridgeboard_ready', readings.isReady ? 1 : 0);
  set('bridgeboard_rooms', readings.rooms);
  for (const kind of ['staff', 'pupil', 'viewer'] as const) set('bridgeboard_sockets', people[kind], kind);
  const { readers, still, paused } = outboxes;
  for (const [kind, count] of Object.entries({ flowing: readers - still - paused, still, paused })) {
    set('bridgeboard_outbox_readers', count, kind);
  }
  set('bridgeboard_outbox_bytes', outboxes.bytes);
  set('bridgeboard_outbox_cut', outboxes.cut);
  set('bridgeboard_queue_boards_behind', readings.boardsBehind);
  // Not a number: what was true before the store went away is no reading of now.
  set('bridgeboard_queue_open_lines', queue?.openLines ?? Number.NaN);
  set('bridgeboard_queue_oldest_seconds', queue?.oldestSeconds ?? Number.NaN);
}
