import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { Snapshot } from '@bridgeboard/protocol';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** How a snapshot may travel. */
export type SnapshotCoding = 'br' | 'gzip' | 'identity';

/** One shared view as of one `viewSeq`, as text; compressed when somebody first asks for it so, and then kept. */
export class ViewSnapshot {
  readonly seq: number;
  readonly json: string;
  readonly #coded = new Map<SnapshotCoding, Promise<Buffer>>();

  constructor(snapshot: Snapshot) {
    this.seq = snapshot.viewSeq;
    this.json = JSON.stringify(snapshot);
  }

  /** The bytes of an HTTP answer in this coding. A class that opens a board together waits for one compression. */
  bytes(coding: SnapshotCoding): Promise<Buffer> {
    const known = this.#coded.get(coding) ?? this.#code(coding);
    this.#coded.set(coding, known);
    return known;
  }

  #code(coding: SnapshotCoding): Promise<Buffer> {
    const plain = Buffer.from(this.json);
    if (coding === 'gzip') return toGzip(plain, { level: 6 });
    if (coding === 'br') return toBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    return Promise.resolve(plain);
  }
}
