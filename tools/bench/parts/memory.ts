import type { BridgeboardClient } from '../clients/bridgeboard-client.ts';
import { BridgeboardServer } from '../servers/bridgeboard-server.ts';
import { watched } from '../servers/server-process.ts';
import { decimals } from '../report/text-table.ts';
import { createOps } from './board-content.ts';
import { clientOf, fillBoard } from './fill-board.ts';
import type { Part } from './part.ts';

/** What the board holds, and who is there. */
export const records = 5_000;
export const clients = 280;
const connectAtOnce = 20;

/** What a record and a client cost in the server's memory (REL-09). */
export const memory: Part = {
  name: 'memory',
  title: 'Memory',
  method:
    'Live heap and buffers of the server after a full collection of garbage: with the empty board open, with 5,000 plain records on it, with 280 people connected who do nothing; the differences, divided.',
  async run() {
    await using server = await BridgeboardServer.start({ people: clients + 2, mode: 'open', flags: watched });
    const [keeper, ...others] = server.people.filter(({ role }) => role === 'pupil');
    if (!keeper) throw new Error('nobody is there to keep the board open');
    const open = clientOf(server, keeper);
    await open.open();
    const empty = await server.process.selfReport();
    await fillBoard(server, createOps('plain', records));
    const filled = await server.process.selfReport();
    const connected: BridgeboardClient[] = [];
    for (let at = 0; at < others.length; at += connectAtOnce) {
      const some = others.slice(at, at + connectAtOnce).map((person) => clientOf(server, person));
      await Promise.all(some.map((client) => client.open()));
      connected.push(...some);
    }
    const crowded = await server.process.selfReport();
    for (const client of [open, ...connected]) client.close();
    const kBPerRecord = (filled.heapBytes - empty.heapBytes) / records / 1_000;
    const kiBPerClient = (crowded.heapBytes - filled.heapBytes) / connected.length / 1_024;
    const emptyMiB = empty.residentBytes / 2 ** 20;
    const fullMiB = crowded.residentBytes / 2 ** 20;
    return {
      figures: { kBPerRecord, kiBPerClient, emptyMiB, fullMiB },
      head: ['kB a record', 'KiB a client', 'resident MiB, empty board', 'resident MiB, with all of it'],
      lines: [[decimals(kBPerRecord, 2), decimals(kiBPerClient, 1), decimals(emptyMiB), decimals(fullMiB)]],
    };
  },
};
