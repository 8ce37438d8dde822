import { protocolVersion } from '@bridgeboard/protocol';

import { richText, shape } from '../engine/records.ts';
import type { Dice } from './dice.ts';
import { bent, hostileJson } from './hostile-json.ts';
import { malformedPackets } from './malformed-packets.ts';

type Packet = string | Uint8Array;

/** Sound messages of a lesson, as a browser sends them: what hostile packets are made from. */
function recordedMessages(board: string): [string, unknown][] {
  const client = 'hostile-client-00000';
  const place = { page: 'page:page', x: 10, y: 20, busy: false, selection: [shape('note', 'h1').id] };
  const note = shape('note', 'h1', { 'props.richText': richText('a kingfisher') });
  const stroke = shape('draw', 'h2');
  const edits: unknown[][] = [
    [{ op: 'create', record: note }],
    [{ op: 'update', id: note.id, set: { x: 40, 'props.color': 'blue' } }],
    [{ op: 'create', record: stroke }],
    [{ op: 'append', id: stroke.id, at: 2, points: [100, 100, 0, 5, -5, 1] }],
    [{ op: 'delete', id: note.id }],
    [
      { op: 'create', record: shape('arrow', 'h3') },
      { op: 'create', record: shape('frame', 'h4') },
    ],
  ];
  return [
    ...edits.map((ops, at): [string, unknown] => ['edit', { client, seq: at + 1, ops }]),
    [
      'edit',
      { client: 'hostile-client-00001', seq: 1, late: true, ops: [{ op: 'create', record: shape('geo', 'h5') }] },
    ],
    ['presence', place],
    ['move', [12.5, -8]],
    [
      'join',
      { protocol: protocolVersion, board, client, resume: { epoch: 'e', viewRun: 'r', viewSeq: 3, check: 'c' } },
    ],
  ];
}

/** Endless hostile packets, the same for the same dice: bent messages, bytes gone wrong, and known bad ones. */
export class HostilePackets {
  readonly #dice: Dice;
  readonly #recorded: [string, unknown][];
  #seq = 0;

  constructor(dice: Dice, board: string) {
    this.#dice = dice;
    this.#recorded = recordedMessages(board);
  }

  /** The client whose edits are numbered without holes, so that the engine looks into them. */
  static readonly client = 'hostile-client-bent0';

  /** The last edit of that client which was taken: numbers go on from there. */
  goOnAfter(seq: number): void {
    this.#seq = seq;
  }

  next(): Packet {
    const dice = this.#dice;
    const kind = dice.int(10);
    if (kind === 0) return malformedPackets[dice.int(malformedPackets.length)]?.packet ?? '';
    if (kind < 4) return this.#mangled(this.#sound());
    if (kind < 5) return `2/board,${JSON.stringify(['edit', hostileJson(dice, 5)])}`;
    return this.#bentMessage();
  }

  /** A message whose values are wrong and whose bytes are right; edits are numbered as they should be, mostly. */
  #bentMessage(): string {
    const dice = this.#dice;
    const [event, sound] = this.#pick();
    let message = sound;
    if (event !== 'edit') message = bent(dice, message);
    else if (dice.once(40)) message = bent(dice, this.#numbered(message));
    else message = this.#numbered({ ...(message as object), ops: bentOps(dice, message) });
    return `2/board,${JSON.stringify([event, message])}`;
  }

  #sound(): string {
    return `2/board,${JSON.stringify(this.#pick())}`;
  }

  #numbered(message: unknown): unknown {
    this.#seq += 1;
    return { ...(message as object), client: HostilePackets.client, seq: this.#seq };
  }

  #pick(): [string, unknown] {
    return this.#recorded[this.#dice.int(this.#recorded.length)] ?? ['move', [0, 0]];
  }

  /** Bytes flipped, cut out, doubled, put in or swapped for a piece of another packet. */
  #mangled(text: string): string {
    const dice = this.#dice;
    let packet = text;
    for (let blows = 1 + dice.int(4); blows > 0; blows -= 1) {
      const at = dice.int(packet.length + 1);
      const piece = packet.slice(at, at + 1 + dice.int(20));
      const put = dice.pick([
        '',
        piece + piece,
        String.fromCharCode(dice.int(0x2_100)),
        this.#sound().slice(0, dice.int(60)),
        dice.pick(['"', '[', '{', ']]', '\\', '\\u0000', '1e9999', '-', ',', '0/board,', '\ud83d']),
      ]);
      packet = packet.slice(0, at) + put + packet.slice(at + piece.length);
    }
    // Leaving is no attack, and would end each run early.
    return packet.startsWith('1') ? `2${packet}` : packet;
  }
}

function bentOps(dice: Dice, message: unknown): unknown[] {
  const { ops } = message as { ops: unknown[] };
  return ops.map((op) => (dice.once(5) ? op : bent(dice, op)));
}
