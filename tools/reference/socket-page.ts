import * as protocol from '@bridgeboard/protocol';

import { describeSchema } from './describe-schema.ts';
import { note, pen, socketExamples } from './socket-examples.ts';

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
      'What this person did. Numbered per client from 1 without holes; several may be on their way, in order; each is sent again until it is answered in a `private` frame or refused, after a break from `takenSeq` + 1 on. `move` says where the pointer is as well. Operations: see below.',
  },
  {
    event: 'presence',
    schema: protocol.presence,
    about: 'Where the pointer is, at most 30 times a second together with `move`; more is dropped. Never stored.',
  },
  {
    event: 'move',
    schema: protocol.move,
    about: 'The pointer moved to [x, y]; page, selection and the rest are as in the last `presence`.',
  },
];

const operations: readonly { name: string; schema: Message['schema']; example: unknown }[] = [
  { name: 'create', schema: protocol.createOp, example: { op: 'create', record: note } },
  {
    name: 'update',
    schema: protocol.updateOp,
    example: { op: 'update', id: note.id, set: { x: 140, 'props.color': 'light-green' } },
  },
  { name: 'append', schema: protocol.appendOp, example: { op: 'append', id: pen.id, at: 2, points: [125, -50, 0] } },
  { name: 'delete', schema: protocol.deleteOp, example: { op: 'delete', id: note.id } },
];

const fromServer: readonly Message[] = [
  {
    event: 'joined',
    schema: protocol.joined,
    about:
      'Who you are here and how to catch up. `frames`: those you missed follow. `unchanged`: keep what you have, `viewSeq` is its place in this `viewRun`. `snapshot`: fetch it and apply only frames of the same `viewRun` with a higher `seq`; the frames after `viewSeq` follow on the socket in any case.',
  },
  {
    event: 'frame',
    schema: protocol.frame,
    about:
      'One tick of your shared view. Apply `put`, then `set`, `pens`, `grow` and `remove`. See "Strokes" and "Pointers" below. `check` is the digest of the view right after `seq`.',
  },
  {
    event: 'private',
    schema: protocol.privateFrame,
    about:
      'What concerns this session alone: own unreleased versions (laid over the shared view), own review cases, answers to edits. An answered edit is durable; operations not listed in `refused` took effect. `pointers` replaces all pointers that were known.',
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
    `Those who only look on use the namespace \`${protocol.viewerNamespace}\`: \`join\` without \`client\`, then the same \`joined\`, \`frame\` (without pointers), \`resync\` and \`ended\`; anything else is refused.`,
    '',
    '`probe`, without anything, is answered by `probed`: for a browser that has slept and wants to know whether its connection is alive.',
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
    ...codings,
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

const packed = protocol.packRecord(structuredClone(pen));

/** How numbers travel that there are many of. */
const codings: readonly string[] = [
  '## Strokes',
  '',
  'A stroke (shape type `draw` or `highlight`) is a list of points, each with `x`, `y` (pixels, relative to the shape) and `z` (pressure), kept',
  'to a hundredth. In records from the server they travel packed: a segment has `line`, a text, in place of `points`: the base64 VLQ (as in source maps) of three integers a',
  'point, in hundredths: the first point itself, then the step to the second, then for each further point how much its step differs from the step before. A segment that cannot be packed keeps its',
  '`points`. So this',
  '',
  '```json',
  JSON.stringify(pen.props.segments),
  '```',
  '',
  'travels, in `put`, in `set` (field `props.segments`) and in the snapshot, as',
  '',
  '```json',
  JSON.stringify((packed['props'] as unknown as typeof pen.props).segments),
  '```',
  '',
  'A stroke that grows at its end travels in `grow`: `[pen, dx, dy, dz, dx, dy, dz, …]`, in hundredths, the first triple relative to the last point the stroke had.',
  'The points join the last segment. `pen` is the id of the shape, or the number that `pens` gave it (`[number, id]`, from then on for this `viewRun`; also in the snapshot and, with',
  '`unchanged`, in `joined`). These numbers are plain. To draw: `create` the shape with its first point, then send `append` with the new points about 20 times a second, then `update` with `props.isComplete` true.',
  'The server takes no packed segments. At most 600 points a stroke.',
  '',
  '## Pointers',
  '',
  '`pointers` names those who are new, turned a page, or selected something else, with whole pixels and a number `n`; `moves` are three integers a pointer, `n`, `dx`, `dy`, in',
  'pixels since this view was told last; `gone` lists numbers that are free again. Your own pointer is among them: its `key` is the `cursor` of `joined`.',
  '',
  '## Digests',
  '',
  '`check` is there to find faults: `viewDigest` in `packages/domain/src/view/digest.ts` over unpacked records with their stamps, and open cases. A client that has no use for it leaves it',
  'out, and is sent a snapshot where another would be told `unchanged`.',
  '',
];
