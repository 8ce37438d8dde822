import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import type { Encoder } from 'lib0/encoding';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';

import type { Step } from '../workload/hand.ts';
import { drawRecord } from './draw-record.ts';
import type { ConnectClient, LoadClient, OnPoints } from './load-client.ts';
import { WebSocketLine } from './web-socket-line.ts';

/** Message types of Hocuspocus 4. */
const messages = { sync: 0, awareness: 1, auth: 2 } as const;
const tokenMessage = 0;
const providerVersion = '4.7.0';
const numbersPerPoint = 3;

type Options = Parameters<ConnectClient>[0];

/**
 * Somebody on a Yjs document behind Hocuspocus: each stroke a map with its points in an array of numbers, pointers in the
 * awareness. Drawers keep their own strokes only, which is all they write to; probes keep the whole document.
 */
export class HocuspocusClient implements LoadClient {
  readonly #board: string;
  readonly #doc = new Y.Doc();
  readonly #awareness = new Awareness(this.#doc);
  readonly #line: WebSocketLine;
  readonly #name: string;
  readonly #isProbe: boolean;
  readonly #synced = Promise.withResolvers<void>();
  #isSynced = false;
  #points: Y.Array<number> | null = null;

  constructor({ url, board, person, onPoints }: Options) {
    this.#board = board;
    this.#name = `Person ${person.number}`;
    this.#isProbe = onPoints !== null;
    if (onPoints) watch(this.#doc, onPoints);
    this.#line = new WebSocketLine({
      url: url.replace(/^http/, 'ws'),
      onMessage: (data) => this.#onMessage(data),
      onClose: () => this.#synced.reject(new Error('closed')),
    });
    this.#doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#send(messages.sync, (encoder) => writeUpdate(encoder, update));
    });
  }

  get received(): LoadClient['received'] {
    return this.#line.traffic;
  }

  get complaints(): readonly string[] {
    return this.#line.complaints;
  }

  async open(): Promise<void> {
    await this.#line.opened();
    this.#send(messages.auth, (encoder) => {
      writeVarUint(encoder, tokenMessage);
      writeVarString(encoder, '');
      writeVarString(encoder, providerVersion);
    });
    this.#send(messages.sync, (encoder) => writeSyncStep1(encoder, this.#doc));
    await this.#synced.promise;
  }

  step({ x, y, pen }: Step): void {
    this.#awareness.setLocalState({ user: { name: this.#name, color: '#FF802B' }, cursor: { x, y } });
    const update = encodeAwarenessUpdate(this.#awareness, [this.#doc.clientID]);
    this.#send(messages.awareness, (encoder) => writeVarUint8Array(encoder, update));
    if (pen) this.#doc.transact(() => this.#draw(pen));
  }

  close(): void {
    this.#awareness.destroy();
    this.#line.close();
    this.#doc.destroy();
  }

  #draw({ stroke, isFirst, point }: NonNullable<Step['pen']>): void {
    if (isFirst) {
      const { props, ...record } = drawRecord(stroke, []);
      const { segments: _, ...style } = props;
      this.#points = new Y.Array<number>();
      const entries: [string, unknown][] = [...Object.entries(record), ['props', style], ['points', this.#points]];
      this.#doc.getMap('shapes').set(stroke.id, new Y.Map<unknown>(entries));
    }
    this.#points?.push([point.x, point.y, point.z]);
  }

  #send(type: number, write: (encoder: Encoder) => void): void {
    const encoder = createEncoder();
    writeVarString(encoder, this.#board);
    writeVarUint(encoder, type);
    write(encoder);
    this.#line.send(toUint8Array(encoder));
  }

  #onMessage(data: Buffer): void {
    if (this.#isSynced && !this.#isProbe) return;
    const decoder = createDecoder(data);
    readVarString(decoder);
    if (readVarUint(decoder) !== messages.sync) return;
    // The answers that the library writes are for the server's own question, which a new client has nothing for.
    readSyncMessage(decoder, createEncoder(), this.#doc, this);
    this.#isSynced = true;
    this.#synced.resolve();
  }
}

function watch(doc: Y.Doc, onPoints: OnPoints): void {
  const shapes = doc.getMap<Y.Map<unknown>>('shapes');
  shapes.observeDeep((events) => {
    const touched = new Set<string>();
    for (const { path, target, changes } of events) {
      if (target === shapes) for (const id of changes.keys.keys()) touched.add(id);
      else touched.add(String(path[0]));
    }
    for (const id of touched) {
      const points = shapes.get(id)?.get('points');
      if (points instanceof Y.Array) onPoints(id, points.length / numbersPerPoint);
    }
  });
}
