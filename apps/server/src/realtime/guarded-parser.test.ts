import { boardNamespace, viewerNamespace } from '@bridgeboard/protocol';
import { bent, Dice, malformedPackets, type MalformedPacket } from '@bridgeboard/testkit';
import { PacketType, type Packet } from 'socket.io-parser';
import { expect, test } from 'vitest';

import { guardedParser } from './guarded-parser.ts';

/** A decoder that has connected to a namespace, and what it made of what came after. */
function connected(namespace: string = boardNamespace) {
  const decoder = new guardedParser.Decoder();
  const packets: Packet[] = [];
  decoder.on('decoded', (packet: Packet) => void packets.push(packet));
  decoder.add(`0${namespace},`);
  packets.splice(0);
  return { decoder, read: (message: unknown): unknown[] => (decoder.add(message), packets.splice(0)) };
}

const unreadable = (code: string, nsp: string = boardNamespace): object[] => [
  { type: PacketType.EVENT, nsp, data: ['unreadable', code] },
];

test.each(malformedPackets)('[SEC-35] $name becomes a refusal: $code', ({ packet, code }) => {
  expect(connected().read(packet)).toEqual(unreadable(code));
});

const isConnect = ({ packet }: MalformedPacket): boolean => typeof packet === 'string' && packet.startsWith('0');

test.each(malformedPackets.filter((each) => !isConnect(each)))(
  '[SEC-35] $name before the namespace is known ends the connection',
  ({ packet }) => {
    const decoder = new guardedParser.Decoder();
    expect(() => decoder.add(packet)).toThrow(/before/);
  },
);

test.each(['join', 'edit', 'presence', 'move'])('[SEC-35] %s passes, with its first argument and no other', (event) => {
  const packets = connected().read(`2/board,["${event}",{"a":1},"more"]`);
  expect(packets).toEqual([{ type: PacketType.EVENT, nsp: boardNamespace, data: [event, { a: 1 }] }]);
});

test('[SEC-35] viewers may join, and nothing else', () => {
  const { read } = connected(viewerNamespace);
  expect(read('2/viewers,["join",{}]')).toHaveLength(1);
  for (const event of ['edit', 'presence', 'move', 'frame']) {
    expect(read(`2/viewers,["${event}",{}]`)).toEqual(unreadable('BAD_EVENT', viewerNamespace));
  }
});

test('[SEC-35] namespaces are ours alone, and what a connect says about itself is not read', () => {
  for (const namespace of ['/', '/admin', '/board/x', '/__proto__', '/constructor']) {
    expect(() => new guardedParser.Decoder().add(`0${namespace},`)).toThrow(/before/);
  }
  const decoder = new guardedParser.Decoder();
  const packets: Packet[] = [];
  decoder.on('decoded', (packet: Packet) => void packets.push(packet));
  decoder.add('0/board,{"pid":"somebody","offset":"else"}');
  expect(packets).toEqual([{ type: PacketType.CONNECT, nsp: boardNamespace }]);
});

test.each([13, 23])('[SEC-01] a message nested %i deep is still a message', (depth) => {
  const packets = connected().read(`2/board,["edit",${'['.repeat(depth)}${']'.repeat(depth)}]`);
  expect(packets).toMatchObject([{ data: ['edit', expect.anything()] }]);
});

test('[SEC-02] a message of exactly 64 KiB is read, one byte more is not', () => {
  const event = (bytes: number): string => `2/board,["edit","${'x'.repeat(bytes - '["edit",""]'.length)}"]`;
  expect(connected().read(event(65_536))).toMatchObject([{ data: ['edit', expect.any(String)] }]);
  expect(connected().read(event(65_537))).toEqual(unreadable('TOO_BIG'));
});

test('what is written is what Socket.IO would write', () => {
  const encoder = new guardedParser.Encoder();
  const dice = new Dice(7);
  expect(encoder.encode({ type: PacketType.CONNECT, nsp: '/board', data: { sid: 'x' } })).toEqual([
    '0/board,{"sid":"x"}',
  ]);
  expect(encoder.encode({ type: PacketType.DISCONNECT, nsp: '/board' })).toEqual(['1/board,']);
  for (let i = 0; i < 200; i += 1) {
    const data = ['frame', bent(dice, { seq: 1, moves: [1, 2, 3] })];
    const [text = ''] = encoder.encode({ type: PacketType.EVENT, nsp: '/board', data });
    expect(JSON.parse(text.slice('2/board,'.length))).toEqual(JSON.parse(JSON.stringify(data)));
  }
});
