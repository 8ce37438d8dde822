import type { ErrorCode } from '@bridgeboard/protocol';

/** A packet that no browser sends, and the code it is refused with on a socket that lives on. */
export interface MalformedPacket {
  readonly name: string;
  readonly packet: string | Uint8Array;
  readonly code: ErrorCode;
}

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** One of each kind of packet that Socket.IO knows and that our namespaces do not want (SEC-01, SEC-02, SEC-14, SEC-35). */
export const malformedPackets: readonly MalformedPacket[] = [
  { name: 'an unknown event', packet: '2/board,["steal",1]', code: 'BAD_EVENT' },
  { name: 'an event of the library itself', packet: '2/board,["disconnect"]', code: 'BAD_EVENT' },
  { name: 'an event of the server', packet: '2/board,["frame",{}]', code: 'BAD_EVENT' },
  { name: "the parser's own event", packet: '2/board,["unreadable","TOO_BIG"]', code: 'BAD_EVENT' },
  { name: 'a name from the prototype', packet: '2/board,["constructor",{}]', code: 'BAD_EVENT' },
  { name: 'a number in place of a name', packet: '2/board,[7,{}]', code: 'BAD_EVENT' },
  { name: 'no event', packet: '2/board,[]', code: 'BAD_EVENT' },
  { name: 'an event that asks for an answer', packet: '2/board,12["edit",{}]', code: 'BAD_EVENT' },
  { name: 'an answer to what was not asked', packet: '3/board,7["yes"]', code: 'BAD_EVENT' },
  { name: 'an error of connecting', packet: '4/board,{"message":"no"}', code: 'BAD_EVENT' },
  { name: 'a binary event', packet: '51-/board,["edit",{"_placeholder":true,"num":0}]', code: 'BAD_EVENT' },
  { name: 'a binary answer', packet: '61-/board,3[{"_placeholder":true,"num":0}]', code: 'BAD_EVENT' },
  { name: 'bytes', packet: Uint8Array.of(1, 2, 3), code: 'BAD_EVENT' },
  { name: 'a second connect', packet: '0/board,', code: 'BAD_EVENT' },
  { name: 'a connect to the other namespace', packet: '0/viewers,{}', code: 'BAD_EVENT' },
  { name: 'an event of the other namespace', packet: '2/viewers,["join",{}]', code: 'BAD_EVENT' },
  { name: 'an event without a namespace', packet: '2["edit",{}]', code: 'BAD_EVENT' },
  { name: 'a namespace without an end', packet: `2/${'a'.repeat(200)},["edit",{}]`, code: 'BAD_EVENT' },
  { name: 'no JSON', packet: '2/board,["edit",{a:1}]', code: 'BAD_JSON' },
  { name: 'JSON that is cut off', packet: '2/board,["edit",{"client":"x', code: 'BAD_JSON' },
  { name: 'JSON that goes on', packet: '2/board,["edit",{}]]', code: 'BAD_JSON' },
  { name: 'no list', packet: '2/board,{"edit":1}', code: 'BAD_JSON' },
  { name: 'nothing of the kind', packet: 'hello', code: 'BAD_JSON' },
  { name: 'lists within lists', packet: `2/board,["edit",${nested(30_000)}]`, code: 'TOO_DEEP' },
  {
    name: 'objects within objects',
    packet: `2/board,["edit",${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}]`,
    code: 'TOO_DEEP',
  },
  { name: 'a message one byte too big', packet: `2/board,["edit","${'x'.repeat(65_537 - 11)}"]`, code: 'TOO_BIG' },
];
