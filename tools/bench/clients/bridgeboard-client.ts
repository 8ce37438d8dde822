import { protocolVersion, type CaseView, type Frame, type PrivateFrame, type Refused } from '@bridgeboard/protocol';

import type { Step } from '../workload/hand.ts';
import { BridgeboardPen } from './bridgeboard-pen.ts';
import { BridgeboardStrokes } from './bridgeboard-strokes.ts';
import { EditLine } from './edit-line.ts';
import { fetchBytes } from './fetch-bytes.ts';
import type { ConnectClient, LoadClient } from './load-client.ts';
import { SocketIoLine } from './socket-io-line.ts';

type Options = Parameters<ConnectClient>[0] & {
  /** Told of every review case that a frame brings; then frames are decoded too. */
  readonly onCases?: ((cases: readonly CaseView[]) => void) | undefined;
  /** Told of every frame, decoded; the snapshot comes as the first. */
  readonly onFrame?: (frame: Frame) => void;
};

/** Somebody on a board of ours, as `docs/reference/socket.md` says: pointer in `move` or with an edit, one edit on its way at a time. */
export class BridgeboardClient implements LoadClient {
  readonly #options: Options;
  readonly edits: EditLine;
  readonly #line: SocketIoLine;
  readonly #pen: BridgeboardPen;
  readonly #strokes: BridgeboardStrokes | null;
  readonly #complaints: string[] = [];
  /** Frames that came before the snapshot did. */
  #early: Frame[] | null = [];
  #busy: boolean | null = null;

  constructor(options: Options) {
    this.#options = options;
    const { url, person, onPoints } = options;
    this.#strokes = onPoints && new BridgeboardStrokes(onPoints);
    this.#line = new SocketIoLine({
      url,
      cookie: person.cookie,
      namespace: '/board',
      onEvent: (event, body) => this.#onEvent(event, body),
    });
    this.edits = new EditLine((edit) => this.#line.emit('edit', edit));
    this.#pen = new BridgeboardPen(this.edits);
  }

  get received(): LoadClient['received'] {
    return this.#line.traffic;
  }

  /** The connection itself, for those who stop reading it. */
  get line(): SocketIoLine {
    return this.#line;
  }

  get answered(): EditLine['answered'] {
    return this.edits.answered;
  }

  get complaints(): readonly string[] {
    return [...this.#line.complaints, ...this.edits.complaints, ...this.#complaints];
  }

  async open(): Promise<void> {
    await this.#line.open();
    const joined = this.#line.next('joined');
    this.#line.emit('join', { protocol: protocolVersion, board: this.#options.board, client: this.edits.client });
    await joined;
    await this.#takeSnapshot();
  }

  step({ x, y, pen }: Step): void {
    const busy = pen !== null;
    const isSame = busy === this.#busy;
    if (!isSame) this.#line.emit('presence', { page: 'page:page', x, y, busy, selection: [] });
    this.#busy = busy;
    const hasMoved = pen !== null && this.#pen.draw(pen, [x, y]);
    if (isSame && !hasMoved) this.#line.emit('move', [x, y]);
  }

  close(): void {
    this.#line.close();
  }

  /** Unpacked only by who decodes it: hundreds of people in one process would wait for each other's unpacking. */
  async #takeSnapshot(): Promise<void> {
    const { url, board, person } = this.#options;
    const address = `${url}/api/boards/${board}/snapshot`;
    if (!this.#isListening) {
      const { status } = await fetchBytes(address, person.cookie);
      if (status !== 200) throw new Error(`the snapshot was refused: ${status}`);
      return;
    }
    const answer = await fetch(address, { headers: { cookie: person.cookie } });
    if (!answer.ok) throw new Error(`the snapshot was refused: ${answer.status}`);
    this.#onSnapshot((await answer.json()) as { viewSeq: number; shared: NonNullable<Frame['patch']> });
  }

  get #isListening(): boolean {
    const { onCases, onFrame } = this.#options;
    return this.#strokes !== null || onCases !== undefined || onFrame !== undefined;
  }

  #onSnapshot({ viewSeq, shared }: { viewSeq: number; shared: NonNullable<Frame['patch']> }): void {
    this.#onFrame({ patch: shared });
    const missed = this.#early?.filter(({ seq }) => seq !== undefined && seq > viewSeq) ?? [];
    this.#early = null;
    for (const frame of missed) this.#onFrame(frame);
  }

  /** `body` is made only where it is read: most clients only count what they get. */
  #onEvent(event: string, body: () => unknown): void {
    if (event === 'private') this.edits.onPrivate(body() as PrivateFrame);
    else if (event === 'refused') this.edits.onRefused(body() as Refused);
    else if (event === 'ended') this.#complaints.push(`ended: ${(body() as Refused).code}`);
    else if (event === 'resync') this.#complaints.push('resync');
    else if (event === 'frame' && this.#isListening) {
      const frame = body() as Frame;
      if (this.#early) this.#early.push(frame);
      else this.#onFrame(frame);
    }
  }

  #onFrame(frame: Frame): void {
    this.#options.onFrame?.(frame);
    const { patch } = frame;
    if (!patch) return;
    this.#strokes?.apply(patch);
    if (patch.cases) this.#options.onCases?.(patch.cases);
  }
}
