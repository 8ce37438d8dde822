import type { Traffic } from './load-client.ts';
import { WebSocketLine } from './web-socket-line.ts';

const [openPacket, pingPacket, messagePacket] = ['0'.charCodeAt(0), '2'.charCodeAt(0), '4'.charCodeAt(0)];
const [connectPacket, eventPacket, errorPacket] = ['0'.charCodeAt(0), '2'.charCodeAt(0), '4'.charCodeAt(0)];
const quote = '"'.charCodeAt(0);

/** Socket.IO 4 over a bare web socket: events of one namespace, without the cost of a whole client. */
export class SocketIoLine {
  readonly #line: WebSocketLine;
  readonly #namespace: string;
  readonly #onEvent: (event: string, body: () => unknown) => void;
  readonly #waiting = new Map<string, PromiseWithResolvers<unknown>>();
  readonly #connected = Promise.withResolvers<void>();

  constructor(about: {
    /** `http://…` */
    readonly url: string;
    readonly cookie: string;
    readonly namespace: string;
    readonly onEvent: (event: string, body: () => unknown) => void;
  }) {
    this.#namespace = about.namespace;
    this.#onEvent = about.onEvent;
    this.#line = new WebSocketLine({
      url: `${about.url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`,
      headers: { cookie: about.cookie, origin: about.url },
      onMessage: (data) => this.#onMessage(data),
      onClose: () => this.#giveUp('the connection closed'),
    });
    // Nobody may be waiting for it any more.
    this.#connected.promise.catch(() => undefined);
  }

  get traffic(): Readonly<Traffic> {
    return this.#line.traffic;
  }

  get complaints(): readonly string[] {
    return this.#line.complaints;
  }

  /** Stops reading for good, as a machine that fell asleep does; answers the port of this side. */
  pause(): number {
    return this.#line.pause();
  }

  /** Resolves when the namespace let us in. */
  async open(): Promise<void> {
    await this.#line.opened();
    await this.#connected.promise;
  }

  /** The body of the next event of this name. Rejects when the connection or the session ends first. */
  next(event: string): Promise<unknown> {
    const waiting = Promise.withResolvers<unknown>();
    this.#waiting.set(event, waiting);
    return waiting.promise;
  }

  emit(event: string, body: unknown): void {
    this.#line.send(`42${this.#namespace},${JSON.stringify([event, body])}`);
  }

  close(): void {
    this.#line.close();
  }

  #onMessage(data: Buffer): void {
    const kind = data[0];
    if (kind === openPacket) this.#line.send(`40${this.#namespace},`);
    else if (kind === pingPacket) this.#line.send('3');
    else if (kind === messagePacket) this.#onPacket(data);
  }

  #onPacket(data: Buffer): void {
    const kind = data[1];
    if (kind === connectPacket) return this.#connected.resolve();
    if (kind === errorPacket) return this.#connected.reject(new Error(`not let in: ${data.toString()}`));
    if (kind !== eventPacket) return;
    // `42/board,["frame",{…}]`: the name is read without parsing what comes after it.
    const nameFrom = this.#namespace.length + '42,["'.length;
    const nameTo = data.indexOf(quote, nameFrom);
    const event = data.toString('latin1', nameFrom, nameTo);
    const body = (): unknown => JSON.parse(data.toString('utf8', nameTo + 2, data.length - 1));
    if (event === 'ended') this.#giveUp(`ended: ${data.toString()}`);
    const waiting = this.#waiting.get(event);
    if (waiting) {
      this.#waiting.delete(event);
      waiting.resolve(body());
    }
    this.#onEvent(event, body);
  }

  #giveUp(why: string): void {
    const reason = new Error(why);
    this.#connected.reject(reason);
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}
