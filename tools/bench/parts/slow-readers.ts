import { percentile } from '../fanout/percentile.ts';
import { decimals } from '../report/text-table.ts';
import { BridgeboardServer } from '../servers/bridgeboard-server.ts';
import { StalledSides } from '../servers/tcp-state.ts';
import { BusyWriter, NoteReader } from './busy-notes.ts';
import { clientOf } from './fill-board.ts';
import type { Part } from './part.ts';

const writers = 10;
const readers = 20;
const phaseMs = 12_000;
const warmUpMs = 3_000;
const lookEveryMs = 100;
const longestWaitMs = 60_000;

interface Phase {
  readonly stalled: number;
  readonly p99Ms: number;
  /** The most that the server's memory grew over what it was before. */
  readonly grownMiB: number;
  /** From the last byte read to the moment the server let go of the last of them; null where it did not. */
  readonly cutAfterMs: number | null;
  /** The same from the moment the kernel took nothing more for them, which is what the outbox notices. */
  readonly cutAfterFullMs: number | null;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Sockets of so many people stop reading; waits until the server has let go of them all, and `phaseMs` at least. */
async function stall(
  server: BridgeboardServer,
  people: BridgeboardServer['people'],
  readingOf: NoteReader[],
): Promise<Phase> {
  const clients = people.map((person) => clientOf(server, person));
  await Promise.all(clients.map((client) => client.open()));
  for (const reader of readingOf) reader.ages.length = 0;
  const before = server.process.usage().residentBytes;
  const serverPort = Number(new URL(server.url).port);
  const from = performance.now();
  const sides = new StalledSides({ serverPort, clientPorts: clients.map(({ line }) => line.pause()), now: from });
  let most = before;
  const isOver = (now: number): boolean => now - from > (sides.allCutAt === null ? longestWaitMs : phaseMs);
  while (!isOver(performance.now())) {
    await wait(lookEveryMs);
    most = Math.max(most, server.process.usage().residentBytes);
    sides.look(performance.now());
  }
  for (const client of clients) client.close();
  const p99Ms = percentile(
    readingOf.flatMap(({ ages }) => ages),
    0.99,
  );
  const isCut = clients.length > 0 && sides.allCutAt !== null;
  return {
    stalled: clients.length,
    p99Ms,
    grownMiB: (most - before) / 2 ** 20,
    cutAfterMs: isCut ? (sides.allCutAt ?? 0) - from : null,
    cutAfterFullMs: isCut ? sides.heldWhenFullMs : null,
  };
}

/** Readers who stopped reading must cost the others nothing and the server little (REL-08). */
export const slowReaders: Part = {
  name: 'slow-readers',
  title: 'Slow readers',
  method:
    'Ten pupils write 500 operations of half a kilobyte a second, twenty people read; then the sockets of some more stop being read (nobody, 1, 50). Cut is when the kernel says that the server let go of the last of them: counted from the last byte read, and from the moment the kernel took nothing more, which is what the outbox notices. The p99 is of the readers who go on.',
  async run() {
    const mostStalled = 50;
    const people = 2 + writers + readers + mostStalled + 1;
    await using server = await BridgeboardServer.start({ people, mode: 'open' });
    const pupils = server.people.filter(({ role }) => role === 'pupil');
    const reading = pupils.slice(writers, writers + readers).map((person) => new NoteReader(server, person));
    await Promise.all(reading.map(({ client }) => client.open()));
    const writing = pupils.slice(0, writers).map((person) => new BusyWriter(server, person));
    await Promise.all(writing.map((writer) => writer.begin()));
    await wait(warmUpMs);
    const idle = pupils.slice(writers + readers);
    const phases: Phase[] = [];
    for (const stalled of [0, 1, mostStalled]) phases.push(await stall(server, idle.slice(0, stalled), reading));
    for (const writer of writing) writer.end();
    for (const { client } of reading) client.close();
    const alone = phases[0]?.p99Ms ?? Number.NaN;
    return {
      figures: { phases: phases.map((phase) => ({ ...phase, p99Ratio: phase.p99Ms / alone })) },
      head: [
        'stalled',
        'others’ p99 ms',
        '÷ nobody stalled',
        'memory grew by MiB',
        'cut after s',
        'after the kernel was full s',
      ],
      lines: phases.map(({ stalled, p99Ms, grownMiB, cutAfterMs, cutAfterFullMs }) => [
        decimals(stalled),
        decimals(p99Ms),
        decimals(p99Ms / alone, 2),
        decimals(grownMiB, 1),
        decimals(cutAfterMs && cutAfterMs / 1_000, 1),
        decimals(cutAfterFullMs && cutAfterFullMs / 1_000, 1),
      ]),
    };
  },
};
