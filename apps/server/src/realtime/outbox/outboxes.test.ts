import { expect, test } from 'vitest';

import { outboxBeatMs, outboxLimits } from './outbox-limits.ts';
import type { Stage } from './outbox.ts';
import { Outboxes, type Reader } from './outboxes.ts';
import type { Traffic, WaitingPacket } from './reader-buffer.ts';

/** A reader whose transport takes what waits only when it is told to. */
class FakeReader implements Reader {
  readonly heard: string[] = [];
  readonly mayBeSilent: boolean;
  inFlight = 0;
  traffic: Traffic | null = null;
  #waiting: WaitingPacket[] = [];

  readonly buffer = {
    waiting: () => this.#waiting,
    inFlightBytes: () => this.inFlight,
    traffic: () => this.traffic,
    discard: () => void (this.#waiting = []),
    terminate: () => undefined,
  };

  constructor(mayBeSilent: boolean) {
    this.mayBeSilent = mayBeSilent;
  }

  /** So much went out, and so much came back. */
  talk(sent: number, heard = 0): void {
    const before = this.traffic ?? { sent: 0, heard: 0 };
    this.traffic = { sent: before.sent + sent, heard: before.heard + heard };
  }

  tell(stage: Stage, before: Stage): void {
    this.heard.push(`${before} to ${stage}`);
  }

  cut(): void {
    this.heard.push('cut');
  }

  /** So many messages that cannot go out. */
  pile(count: number, bytes = 100): void {
    for (let i = 0; i < count; i += 1) this.#waiting.push({ data: 'x'.repeat(bytes) });
  }

  /** The transport takes everything that waits. */
  drain(): void {
    this.#waiting = [];
    this.inFlight = 0;
  }
}

type Act = (reader: FakeReader) => void;

class Watch {
  readonly outboxes = new Outboxes();
  #now = 1_000_000;

  reader({ mayBeSilent = false } = {}): FakeReader {
    const reader = new FakeReader(mayBeSilent);
    this.outboxes.add(reader);
    return reader;
  }

  beats(count: number, before: () => void = () => undefined): void {
    for (let i = 0; i < count; i += 1) {
      before();
      this.#now += outboxBeatMs;
      this.outboxes.beat(this.#now);
    }
  }

  /** Beats until so much time has passed since the start of this call. */
  pass(ms: number): void {
    this.beats(Math.ceil(ms / outboxBeatMs));
  }
}

const { still, paused, cut, silent, allBytes, calmLooks } = outboxLimits;

test('[REL-08] who keeps up is told everything, however much it is', () => {
  const watch = new Watch();
  const reader = watch.reader();
  watch.beats(200, () => {
    reader.drain();
    reader.pile(still.packets - 1);
  });
  expect(reader.heard).toEqual([]);
});

test('[REL-08] a burst that is gone at the next look changes nothing', () => {
  const watch = new Watch();
  const reader = watch.reader();
  for (let i = 0; i < 20; i += 1) {
    reader.pile(cut.packets * 2);
    watch.beats(1);
    reader.drain();
    watch.beats(1);
  }
  expect(reader.heard).toEqual([]);
});

const firstStage: [string, Act, Act][] = [
  ['packets', (reader) => reader.pile(still.packets), (reader) => reader.pile(still.packets - 1)],
  ['bytes', (reader) => reader.pile(1, still.bytes), (reader) => reader.pile(1, still.bytes - 1)],
  [
    'bytes in flight',
    (reader) => {
      reader.inFlight = still.bytes;
    },
    (reader) => {
      reader.inFlight = still.bytes - 1;
    },
  ],
];

test.each(firstStage)(
  '[REL-08] the first stage drops pointers at its number of %s, and not one below',
  (_name, at, below) => {
    const watch = new Watch();
    const [slow, quick] = [watch.reader(), watch.reader()];
    at(slow);
    below(quick);
    watch.beats(2);
    expect(slow.heard).toEqual(['flowing to still']);
    expect(quick.heard).toEqual([]);
  },
);

test('[REL-08] pointers come back when little has waited for a while, not at the first quiet look', () => {
  const watch = new Watch();
  const reader = watch.reader();
  reader.pile(still.packets);
  watch.beats(2);
  watch.beats(calmLooks - 1, () => {
    reader.drain();
    reader.pile(2);
  });
  reader.pile(20);
  watch.beats(1);
  expect(reader.heard).toEqual(['flowing to still']);
  watch.beats(calmLooks, () => {
    reader.drain();
    reader.pile(2);
  });
  expect(reader.heard).toEqual(['flowing to still', 'still to flowing']);
});

test('[REL-08] the second stage holds frames back until everything has gone out, to the last byte', () => {
  const watch = new Watch();
  const reader = watch.reader();
  reader.pile(paused.packets);
  watch.beats(2);
  expect(reader.heard).toEqual(['flowing to paused']);
  reader.drain();
  reader.inFlight = 1;
  watch.beats(3);
  expect(reader.heard).toHaveLength(1);
  reader.drain();
  watch.beats(1);
  expect(reader.heard).toEqual(['flowing to paused', 'paused to flowing']);
});

const thirdStage: [string, Act][] = [
  ['packets', (reader) => reader.pile(cut.packets)],
  ['bytes', (reader) => reader.pile(2, cut.bytes / 2)],
];

test.each(thirdStage)('[REL-08] the third stage cuts at its number of %s', (_name, at) => {
  const watch = new Watch();
  const reader = watch.reader();
  at(reader);
  watch.beats(2);
  expect(reader.heard).toEqual(['cut']);
  watch.beats(5);
  expect([reader.heard, watch.outboxes.counts()]).toMatchObject([['cut'], { readers: 0, cut: 1 }]);
});

test('[REL-08] who takes nothing goes through all stages within ten seconds, though little waits', () => {
  const watch = new Watch();
  const reader = watch.reader();
  reader.pile(1);
  watch.pass(still.stuckMs);
  expect(reader.heard).toEqual([]);
  watch.pass(paused.stuckMs - still.stuckMs);
  watch.pass(cut.stuckMs - paused.stuckMs);
  expect(reader.heard).toEqual(['flowing to still', 'still to paused']);
  watch.beats(2);
  expect(reader.heard).toEqual(['flowing to still', 'still to paused', 'cut']);
  expect(cut.stuckMs + 6 * outboxBeatMs).toBeLessThanOrEqual(10_000);
});

test('[REL-08] who says nothing while much goes out is cut within ten seconds, though the system takes it all', () => {
  const watch = new Watch();
  const reader = watch.reader();
  reader.talk(0, 1);
  watch.beats(silent.ms / outboxBeatMs, () => reader.talk(silent.bytes / 4));
  expect(reader.heard).toEqual([]);
  watch.beats(2);
  expect(reader.heard).toEqual(['cut']);
  expect(silent.ms + 3 * outboxBeatMs).toBeLessThanOrEqual(10_000);
});

test('[REL-08] who answers a ping now and then, or to whom little goes out, is not silent', () => {
  const watch = new Watch();
  const [answering, idle, polling] = [watch.reader(), watch.reader(), watch.reader()];
  for (let round = 0; round < 5; round += 1) {
    answering.talk(0, 6);
    watch.pass(silent.ms - outboxBeatMs);
    answering.talk(silent.bytes * 2);
    idle.talk(Math.floor(silent.bytes / 6));
  }
  expect([answering.heard, idle.heard, polling.heard]).toEqual([[], [], []]);
});

test('[LK4] whose school has a weak link may be silent', () => {
  const watch = new Watch();
  const reader = watch.reader({ mayBeSilent: true });
  watch.beats(100, () => reader.talk(silent.bytes));
  expect(reader.heard).toEqual([]);
});

test('[REL-08] who takes a little now and then is not stuck', () => {
  const watch = new Watch();
  const reader = watch.reader();
  watch.beats(100, () => {
    reader.drain();
    reader.pile(3);
    reader.inFlight = 500;
  });
  expect(reader.heard).toEqual([]);
});

test('[REL-08] all readers together have a bound, and the worst is cut first', () => {
  const watch = new Watch();
  const each = paused.bytes - 1;
  const readers = Array.from({ length: Math.floor(allBytes / each) }, () => watch.reader());
  for (const reader of readers) reader.pile(1, each);
  watch.beats(2);
  expect(watch.outboxes.counts().cut).toBe(0);
  const worst = watch.reader();
  worst.pile(1, each + 1);
  watch.beats(1);
  expect(worst.heard).toEqual(['cut']);
  expect(watch.outboxes.counts()).toMatchObject({ cut: 1, readers: readers.length });
  watch.beats(1);
  expect(watch.outboxes.counts()).toMatchObject({ cut: 1, still: readers.length });
  expect(watch.outboxes.counts().bytes).toBeLessThanOrEqual(allBytes);
});
