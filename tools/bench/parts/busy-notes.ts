import type { Frame, Op } from '@bridgeboard/protocol';

import { BridgeboardClient } from '../clients/bridgeboard-client.ts';
import { preciseNow } from '../load/job.ts';
import type { BridgeboardServer } from '../servers/bridgeboard-server.ts';
import { randomName, seededRandom } from '../workload/random.ts';
import { createOps } from './board-content.ts';
import { clientOf } from './fill-board.ts';

type Person = BridgeboardServer['people'][number];

const filling = 'the water runs fast past the old mill '.repeat(12);
const editsPerSecond = 10;

/** A pupil who keeps writing on five own notes at once: 50 operations a second of half a kilobyte. */
export class BusyWriter {
  readonly client: BridgeboardClient;
  readonly #notes: string[];
  #timer: NodeJS.Timeout | undefined;

  constructor(server: BridgeboardServer, person: Person) {
    this.client = clientOf(server, person);
    const random = seededRandom(person.number);
    this.#notes = Array.from({ length: 5 }, () => `shape:${randomName(random, 21)}`);
  }

  async begin(): Promise<void> {
    await this.client.open();
    const [note] = createOps('plain', 1);
    if (!note) return;
    await this.client.edits.submit(this.#notes.map((id) => ({ op: 'create', record: { ...note.record, id } })));
    this.#timer = setInterval(() => this.#write(), 1_000 / editsPerSecond);
  }

  end(): void {
    clearInterval(this.#timer);
    this.client.close();
  }

  #write(): void {
    if (!this.client.edits.isFree) return;
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: `${preciseNow()} ${filling}` }] }];
    const set = { 'props.richText': { type: 'doc', content } };
    const ops = this.#notes.map((id): Op => ({ op: 'update', id, set }));
    this.client.edits.submit(ops).catch(() => undefined);
  }
}

/** Somebody who reads: knows from the words themselves how old they are when they come. */
export class NoteReader {
  readonly client: BridgeboardClient;
  /** Age of each frame's newest words at receipt, in ms. */
  readonly ages: number[] = [];

  constructor(server: BridgeboardServer, person: Person) {
    const { url, board } = server;
    this.client = new BridgeboardClient({
      url,
      board,
      person: { ...person, draws: false },
      onPoints: null,
      onFrame: (frame) => this.#read(frame),
    });
  }

  #read({ patch }: Frame): void {
    const moments = (patch?.set ?? []).flatMap(({ fields }) => {
      const found = /"text":"([\d.]+) /.exec(JSON.stringify(fields?.['props.richText'] ?? null))?.[1];
      return found === undefined ? [] : [Number(found)];
    });
    if (moments.length > 0) this.ages.push(preciseNow() - Math.max(...moments));
  }
}
