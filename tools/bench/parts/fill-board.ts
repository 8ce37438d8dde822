import type { Op } from '@bridgeboard/protocol';

import { BridgeboardClient } from '../clients/bridgeboard-client.ts';
import type { LoadPerson } from '../clients/load-client.ts';
import type { BridgeboardServer } from '../servers/bridgeboard-server.ts';

/** Below the largest message a client may send (64 KiB), with room for what stands around the operations. */
const bytesPerEdit = 56_000;
const opsPerEdit = 100;

/** A client of one of the server's people, who draws nothing by themselves. */
export function clientOf(server: BridgeboardServer, person: Omit<LoadPerson, 'draws'>): BridgeboardClient {
  const { url, board } = server;
  return new BridgeboardClient({ url, board, person: { ...person, draws: false }, onPoints: null });
}

/** Puts these records on the board, as its teachers would: half of them each, because a person may own only so many. */
export async function fillBoard(server: BridgeboardServer, ops: readonly Op[]): Promise<void> {
  const teachers = server.people.filter(({ role }) => role === 'staff');
  const share = Math.ceil(ops.length / teachers.length);
  for (const [at, teacher] of teachers.entries()) {
    const client = clientOf(server, teacher);
    await client.open();
    for (const edit of editsOf(ops.slice(at * share, (at + 1) * share))) {
      const { refused } = await client.edits.submit(edit);
      if (refused) throw new Error(`the board could not be filled: ${refused[0]?.code}`);
    }
    client.close();
  }
}

function editsOf(ops: readonly Op[]): Op[][] {
  const edits: Op[][] = [];
  let bytes = Infinity;
  for (const op of ops) {
    const size = JSON.stringify(op).length + 1;
    if (bytes + size > bytesPerEdit || (edits.at(-1)?.length ?? 0) >= opsPerEdit) {
      edits.push([]);
      bytes = 0;
    }
    edits.at(-1)?.push(op);
    bytes += size;
  }
  return edits;
}
