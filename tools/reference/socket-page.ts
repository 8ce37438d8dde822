import * as protocol from '@bridgeboard/protocol';

import { describeSchema } from './describe-schema.ts';
import { note, socketExamples } from './socket-examples.ts';

interface Message {
  readonly event: keyof typeof socketExamples;
  readonly schema: Parameters<typeof describeSchema>[0] & { parse(value: unknown): unknown };
  readonly about: string;
}

const fromBrowser: readonly Message[] = [
  {
    event: 'join',
    schema: protocol.join,
    about:
      'The first message: which board. Answered by `joined`, or by `ended` (`NOT_FOUND` for a board that is unknown or not yours).',
  },
  {
    event: 'edit',
    schema: protocol.edit,
    about:
      'What this person did. Numbered per client from 1 without holes; one on its way at a time; sent again until answered in a `private` frame or refused. Operations: see below.',
  },
  {
    event: 'presence',
    schema: protocol.presence,
    about: 'Where the pointer is, at most 30 times a second; more is dropped. Never stored.',
  },
];

const operations: readonly { name: string; schema: Message['schema']; example: unknown }[] = [
  { name: 'create', schema: protocol.createOp, example: { op: 'create', record: note } },
  {
    name: 'update',
    schema: protocol.updateOp,
    example: { op: 'update', id: note.id, set: { x: 140, 'props.color': 'light-green' } },
  },
  { name: 'delete', schema: protocol.deleteOp, example: { op: 'delete', id: note.id } },
];

const fromServer: readonly Message[] = [
  {
    event: 'joined',
    schema: protocol.joined,
    about:
      'Who you are here and how to catch up: `frames` follow, or fetch the snapshot and apply only frames with a higher `seq` of the same `viewRun`.',
  },
  {
    event: 'frame',
    schema: protocol.frame,
    about: 'One tick of your shared view. Apply `put`, then `set`, then `remove`.',
  },
  {
    event: 'private',
    schema: protocol.privateFrame,
    about:
      'What concerns this session alone: own unreleased versions (laid over the shared view), own review cases, answers to edits. An answered edit is durable; operations not listed in `refused` took effect.',
  },
  {
    event: 'refused',
    schema: protocol.refused,
    about:
      'A message was not taken as a whole, and nothing of it happened. If it is retryable, send the same again after `retryAfterMs`.',
  },
  {
    event: 'resync',
    schema: protocol.joined,
    about: 'This view starts anew: fetch the snapshot. Your own unanswered edits stay yours to send.',
  },
  { event: 'ended', schema: protocol.refused, about: 'This session is over; the socket closes.' },
];

/** The reference of live boards, each message with an example that its own schema has accepted. */
export function socketPage(): string {
  return [
    '# Socket messages',
    '',
    'Generated from the schemas in `packages/protocol/src/realtime`; do not edit.',
    '',
    `Socket.IO 4 (protocol 5), namespace \`${protocol.boardNamespace}\`, WebSocket or long-polling. The handshake carries the session cookie and an`,
    "`Origin` equal to the server's own address; a client that is no browser sends both headers itself. One socket is one session on one board.",
    `No Socket.IO acknowledgements, no binary. A message is at most ${protocol.maxClientMessageBytes} bytes of JSON and 24 levels deep. Protocol version: ${protocol.protocolVersion}.`,
    '',
    'A minimal client: connect, send `join`, on `joined` fetch `GET /api/boards/:board/snapshot`, then apply `frame` and `private` as they come.',
    '',
    '## From the browser',
    '',
    ...fromBrowser.flatMap(describe),
    '## Operations of an edit',
    '',
    ...operations.flatMap(({ name, schema, example }) => [`### \`${name}\``, '', ...codeBlocks(schema, example)]),
    '## From the server',
    '',
    ...fromServer.flatMap(describe),
  ].join('\n');
}

function describe({ event, schema, about }: Message): string[] {
  const example: unknown = socketExamples[event];
  if (event === 'resync')
    return [`### \`${event}\``, '', about, '', '```json', JSON.stringify(example, null, 2), '```', ''];
  return [`### \`${event}\``, '', about, '', ...codeBlocks(schema, example)];
}

function codeBlocks(schema: Message['schema'], example: unknown): string[] {
  schema.parse(example);
  return ['```ts', describeSchema(schema), '```', '', '```json', JSON.stringify(example, null, 2), '```', ''];
}
