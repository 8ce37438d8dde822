import * as protocol from '@bridgeboard/protocol';

import { describeSchema } from './describe-schema.ts';
import { recordsSection } from './records-section.ts';
import { codings } from './socket-codings.ts';
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
      'What this person did. Numbered per client from 1 without holes; several may be on their way, in order; each is sent again until it is answered in a `private` frame or refused for good, after a break from `takenSeq` + 1 on. A number that was taken is answered again, not done again; one that leaves a hole gets RESEND_FROM. Numbers count for this person and this `client`: choose a new `client` for each tab. `late` says that the edit waited in the browser: it is held in every mode. `move` says where the pointer is as well. Operations: see below.',
  },
  {
    event: 'presence',
    schema: protocol.presence,
    about:
      'Where the pointer is, at most 30 times a second together with `move`; more is dropped. `busy`: the hand draws or types, and for those who do not see its work at once the pointer rests until a second after, as it does after each edit. `viewport` is what of the page is on the screen, for your own school alone; say it when it has changed, twice a second at most. Never stored.',
  },
  {
    event: 'move',
    schema: protocol.move,
    about: 'The pointer moved to [x, y]; page, selection and the rest are as in the last `presence`.',
  },
];

const operations: readonly (Omit<Message, 'event'> & { name: string; example: unknown })[] = [
  {
    name: 'create',
    about: 'Puts a new, whole record on the board; the kinds are listed under "Records".',
    schema: protocol.createOp,
    example: { op: 'create', record: note },
  },
  {
    name: 'update',
    about:
      'Changes whole fields: a key of the record, or one key of its props as `props.color`. Nothing deeper has a name.',
    schema: protocol.updateOp,
    example: { op: 'update', id: note.id, set: { x: 140, 'props.color': 'light-green' } },
  },
  {
    name: 'append',
    about:
      'Grows a stroke. `at`: how many points it has before, or it is refused with CHANGED. `points`: three integers a point, as in "Strokes".',
    schema: protocol.appendOp,
    example: { op: 'append', id: pen.id, at: 2, points: [125, -50, 0] },
  },
  {
    name: 'delete',
    about:
      'Takes a record off the board. A group takes what stands in it along; out of a frame the rest moves to where the frame stood.',
    schema: protocol.deleteOp,
    example: { op: 'delete', id: note.id },
  },
];

const fromServer: readonly Message[] = [
  {
    event: 'joined',
    schema: protocol.joined,
    about:
      'Who you are here and how to catch up. `frames`: those you missed follow. `unchanged`: keep what you have, `viewSeq` is its place in this `viewRun`. `snapshot`: fetch it and apply only frames of the same `viewRun` with a higher `seq`; the frames after `viewSeq` follow on the socket in any case. A snapshot of another `viewRun` is none: a `resync` or a new connection comes.',
  },
  {
    event: 'frame',
    schema: protocol.frame,
    about:
      'One tick of your shared view. Apply `put` (a record as it is now, known or not), then `set` (fields by the names that `update` has, `unset` takes them away, of `stamp` what changed), `pens`, `grow` and `remove`; absent parts mean no change. A frame with `since` brings all that followed that number at once. One whose `seq` you have is old; where `seq` - 1, or `since`, is higher than the last you have, frames are missing: fetch the snapshot with `?from=` its `seq`. Without `patch` it has no `seq`, or the last one again. `stamp.by` is the `key` of one of `authors`, each told once; `cases` are for staff, each whole and in place of what was known under its `id`, with the `hash` that a decision names; open are `drawing`, `waiting` and `returned`, the others are over. Where `rules` say that another school has stopped everything, forget them all. See "Strokes" and "Pointers" below. `check` is the digest of the view right after `seq`.',
  },
  {
    event: 'private',
    schema: protocol.privateFrame,
    about:
      "What concerns this session alone: own unreleased versions (laid over the shared view), own review cases, answers to edits. `own.set` and `own.grow` change the own version or, where there is none yet, make it from the shared one; `grow` names strokes by id here. `own.remove` uncovers the shared version again, if there is one; `hide` takes a record of the shared view out of this person's, until `put` or `remove` names it; `reset`: this is the whole of it, forget the rest. `seq` counts the private frames of this connection: after a hole, connect anew. An answered edit is durable; operations not listed in `refused` took effect. `pointers` replaces all pointers that were known.",
  },
  {
    event: 'refused',
    schema: protocol.refused,
    about:
      'A message was not taken as a whole, and nothing of it happened. If it is retryable, send the same again after `retryAfterMs` (with FROZEN, WAIT_FOR_TEACHER and OUTSIDE_HOURS seldom, and with `late`); edits sent after a refused one get the same, or RESEND_FROM with the number `from` which to go on. RATE again and again ends the socket.',
  },
  {
    event: 'resync',
    schema: protocol.joined,
    about: 'This view starts anew: fetch the snapshot. Your own unanswered edits stay yours to send.',
  },
  { event: 'ended', schema: protocol.refused, about: 'This session is over; the socket closes.' },
];

const opening: readonly string[] = [
  '# Socket messages',
  '',
  'Generated from the schemas in `packages/protocol/src/realtime`; do not edit.',
  '',
  `Socket.IO 4 (protocol 5) at the path \`/socket.io/\`, namespace \`${protocol.boardNamespace}\`, WebSocket or long-polling. The handshake carries the session cookie and an`,
  "`Origin` equal to the server's own address; a client that is no browser sends both headers itself. One socket is one session on one board.",
  `No Socket.IO acknowledgements, no binary. A message is at most ${protocol.maxClientMessageBytes} bytes of JSON and 24 levels deep. Protocol version: ${protocol.protocolVersion}.`,
  '',
  `Those who only look on use the namespace \`${protocol.viewerNamespace}\`: \`join\` without \`client\`, then the same \`joined\`, \`frame\` (without pointers), \`resync\` and \`ended\`; anything else is refused.`,
  '',
  '`probe`, without anything, is answered by `probed`: for a browser that has slept and wants to know whether its connection is alive.',
  '',
  'A minimal client: connect, send `join`, on `joined` fetch `GET /api/boards/:board/snapshot`, then apply `frame` and `private` as they come; what comes before the snapshot is there waits for it, in order. Edits before `joined`, and a second `join`, are refused with BAD_MESSAGE.',
  '',
  'A connection that is not let in ends with `connect_error`: SIGN_IN_NEEDED or DB_DOWN as its message, HTTP 403 for another origin or where there are too many of one network. It has to join within ten seconds.',
  '',
  'For trying it out without doors and PINs: `pnpm sessions --data DIR --pupils N --schools 2 --mode held|own-school|open --json FILE` (server stopped) writes `{ board, schools, people: [{ role, school, name, cookie, id }] }`; `cookie` is the `Cookie` header as it stands. Then start the server with `DATA_DIR=DIR`, and with the same `PUBLIC_URL` if any. From one machine, more than 400 sockets need a larger MAX_SOCKETS_PER_NETWORK, and more than three with one cookie a larger MAX_SOCKETS_PER_SESSION ([configuration](configuration.md)); they would be ended with BUSY.',
  '',
];

/** The reference of live boards, each message with an example that its own schema has accepted. */
export function socketPage(): string {
  return [
    ...opening,
    '## From the browser',
    '',
    ...fromBrowser.flatMap(describe),
    '## Operations of an edit',
    '',
    'Each is judged by itself, in order, on what the sender sees; those that are not taken are listed in the answer with a code (see [codes](errors.md) and [limits](limits.md)), the others stand. What needs a refused one is refused with DEPENDS.',
    '',
    ...operations.flatMap(({ name, about, schema, example }) => [
      `### \`${name}\``,
      '',
      about,
      '',
      ...codeBlocks(schema, example),
    ]),
    ...recordsSection(),
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
