import { fetchBytes } from '../clients/fetch-bytes.ts';
import { BridgeboardServer } from '../servers/bridgeboard-server.ts';
import { createOps } from './board-content.ts';
import type { Content } from './board-content.ts';
import { fillBoard } from './fill-board.ts';
import type { Part } from './part.ts';
import { decimals } from '../report/text-table.ts';

const records = 5_000;

interface Opening {
  readonly content: Content;
  /** From the first question for a board that is on disk only to the last byte of its snapshot. */
  readonly coldMs: number;
  /** Processor time of the server meanwhile. */
  readonly coldCpuMs: number;
  /** The same for the next person. */
  readonly warmMs: number;
  readonly wireKB: number;
  readonly plainKB: number;
  readonly coding: string;
}

async function openBoard(content: Content): Promise<Opening> {
  await using server = await BridgeboardServer.start({ people: 4, mode: 'open' });
  await fillBoard(server, createOps(content, records));
  await server.restart();
  const [first, second] = server.people.filter(({ role }) => role === 'pupil');
  const address = `${server.url}/api/boards/${server.board}/snapshot`;
  const before = server.process.usage().cpuMs;
  const cold = await fetchBytes(address, first?.cookie ?? '');
  const coldCpuMs = server.process.usage().cpuMs - before;
  const warm = await fetchBytes(address, second?.cookie ?? '');
  const whole = await fetch(address, { headers: { cookie: first?.cookie ?? '', 'accept-encoding': 'identity' } });
  const plain = await whole.arrayBuffer();
  if (cold.status !== 200 || warm.status !== 200) throw new Error(`the snapshot was refused: ${cold.status}`);
  const { wireBytes, coding } = cold;
  const sizes = { wireKB: wireBytes / 1_000, plainKB: plain.byteLength / 1_000, coding };
  return { content, coldMs: cold.tookMs, coldCpuMs, warmMs: warm.tookMs, ...sizes };
}

/** How long a big board takes to open, and how much of it travels. */
export const opening: Part = {
  name: 'opening',
  title: 'Opening a board of 5,000 records',
  method:
    'The server is started anew on a folder with the board, and a pupil asks for its snapshot: from the question to the last byte (cold: read from SQLite, projected, encoded, compressed), then another pupil of that school (warm). Plain: notes and rectangles with words. Mixed: 60 % strokes of 40 points.',
  async run() {
    const openings = [await openBoard('plain'), await openBoard('mixed')];
    return {
      figures: Object.fromEntries(openings.map(({ content, ...figures }) => [content, figures])),
      head: ['content', 'cold ms', 'server CPU ms', 'warm ms', 'on the wire kB', 'uncompressed kB', 'coding'],
      lines: openings.map(({ content, coldMs, coldCpuMs, warmMs, wireKB, plainKB, coding }) => [
        content,
        ...[coldMs, coldCpuMs, warmMs, wireKB, plainKB].map((figure) => decimals(figure)),
        coding,
      ]),
    };
  },
};
