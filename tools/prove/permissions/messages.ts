import type { ClientToServerEvents, Op } from '@bridgeboard/protocol';
import { RawClient, shape, until, type HttpPerson } from '@bridgeboard/testkit';

import type { Tried } from './requests.ts';
import type { PermissionWorld } from './world.ts';

type Message = (client: RawClient, world: PermissionWorld) => Promise<string>;

/** Each message of a browser, and what it is tried with: one that is added does not compile until it is here. */
const byEvent: Readonly<Record<keyof ClientToServerEvents, Readonly<Record<string, Message>>>> = {
  join: { join: () => Promise.resolve('yes') },
  edit: {
    'edit of something new': (client, world) => edit(client, { op: 'create', record: shape('note', world.newName()) }),
    'edit of a held piece': async (client, world) => edit(client, move(await world.held())),
    'edit of a released piece': async (client, world) => edit(client, move((await world.released()).record)),
  },
  presence: {
    presence: (client) =>
      told(client, () => client.socket.emit('presence', { page: 'page:page', x: 1, y: 1, busy: false, selection: [] })),
  },
  move: { move: (client) => told(client, () => client.socket.emit('move', [2, 2])) },
  probe: { probe: (client) => told(client, () => undefined) },
};

const looksOn = 'join to look on';
const messages: ReadonlyMap<string, Message> = new Map(Object.values(byEvent).flatMap((rows) => Object.entries(rows)));

/** Every message there is, by the name that the table has for it. */
export const messageNames: readonly string[] = [...messages.keys(), looksOn];

function move(id: string): Op {
  return { op: 'update', id, set: { x: 7 } };
}

async function edit(client: RawClient, op: Op): Promise<string> {
  const { refused = [] } = await client.edit(op);
  return refused[0]?.code ?? 'yes';
}

/** These are answered by nothing, unless they are refused: the answer to a probe comes after it. */
async function told(client: RawClient, send: () => void): Promise<string> {
  let isAnswered = false;
  client.socket.once('probed', () => (isAnswered = true));
  send();
  client.socket.emit('probe');
  await until(() => isAnswered || client.ended !== null, 'the answer to a probe');
  return client.refusals.at(-1)?.code ?? client.ended?.code ?? 'yes';
}

/** One person's try of a message on the board and on one that is not there; who does not get in has sent nothing. */
export async function say(world: PermissionWorld, person: HttpPerson, name: string): Promise<Tried> {
  const enter = async (board: string, then: Message): Promise<string> => {
    await using client = new RawClient(person, { viewer: name === looksOn });
    await client.join(board);
    // The client is closed with this scope, and must not be before it has its answer.
    return client.failure ?? client.ended?.code ?? (await then(client, world));
  };
  const then = messages.get(name) ?? (() => Promise.resolve('yes'));
  return { present: await enter(world.board, then), absent: [await enter('AbsentAbsentAbsentAbs2', then)] };
}
