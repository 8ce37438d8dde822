import { openSqliteStorage } from '@bridgeboard/storage/sqlite';

import { readConfig } from '../../../apps/server/src/config.ts';
import { createRooms } from '../../../apps/server/src/create-rooms.ts';
import { toNobody } from '../../../apps/server/src/rooms/fan-out.ts';
import type { Room } from '../../../apps/server/src/rooms/room.ts';
import { worldOf } from '../../../apps/server/src/world.ts';
import { fetchBytes } from '../clients/fetch-bytes.ts';
import { decimals } from '../report/text-table.ts';
import { BridgeboardServer } from '../servers/bridgeboard-server.ts';
import { createOps } from './board-content.ts';
import { fillBoard } from './fill-board.ts';
import type { Part } from './part.ts';

const records = 5_000;
const entries = 100_000;
/** So many edits are asked for at a time; each is a journal entry of its own. */
const atOnce = 500;

/** Moves the board's records about, by whoever made them, until the journal has `entries` entries. */
async function moveRecords(room: Room): Promise<void> {
  const shapes = [...room.state.slots.entries()].filter(([id]) => id.startsWith('shape:'));
  const seqs = new Map<string, number>();
  while (room.state.seq < entries) {
    const count = Math.min(atOnce, entries - room.state.seq);
    const edits = Array.from({ length: count }, (_, nth) => {
      const [id, slot] = shapes[(room.state.seq + nth) % shapes.length] ?? ['', undefined];
      const by = { id: slot?.author ?? '', school: slot?.school ?? '', name: '', role: 'staff' as const };
      const seq = (seqs.get(by.id) ?? 0) + 1;
      seqs.set(by.id, seq);
      return room.edit(by, { client: 'mover', seq, ops: [{ op: 'update', id, set: { x: room.state.seq + nth } }] });
    });
    for (const result of await Promise.all(edits)) {
      if (!('answer' in result) || result.answer.refused) throw new Error('a record could not be moved');
    }
  }
}

async function fillJournal(dataDir: string, board: string): Promise<void> {
  const storage = await openSqliteStorage({ dataDir });
  const world = worldOf(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), {});
  const rooms = createRooms({ ...world, storage, fanOut: toNobody });
  await moveRecords(await rooms.boards.room(board));
  await rooms.close();
  await storage.close();
}

/** How long a board with a long past takes to open. */
export const longJournal: Part = {
  name: 'long-journal',
  title: 'Opening a board with a long past',
  method: `A board of ${decimals(records)} plain records whose journal has ${decimals(entries)} entries; the server is started anew, and a pupil asks for the snapshot: from the question to the last byte.`,
  async run() {
    await using server = await BridgeboardServer.start({ people: 4, mode: 'open' });
    await fillBoard(server, createOps('plain', records));
    await server.restart({ meanwhile: (dataDir) => fillJournal(dataDir, server.board) });
    const pupil = server.people.find(({ role }) => role === 'pupil');
    const before = server.process.usage().cpuMs;
    const cold = await fetchBytes(`${server.url}/api/boards/${server.board}/snapshot`, pupil?.cookie ?? '');
    if (cold.status !== 200) throw new Error(`the snapshot was refused: ${cold.status}`);
    const figures = { records, entries, coldMs: cold.tookMs, coldCpuMs: server.process.usage().cpuMs - before };
    return {
      figures,
      head: ['records', 'journal entries', 'cold ms', 'server CPU ms'],
      lines: [Object.values(figures).map((figure) => decimals(figure))],
    };
  },
};
