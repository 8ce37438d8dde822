import { boardNamespace, checkRawJson, viewerNamespace, type ErrorCode } from '@bridgeboard/protocol';
import { Decoder, PacketType, type Packet } from 'socket.io-parser';

/** The event that a message becomes when it cannot be read; carries the code of the refusal. No client can send it. */
export const unreadable = 'unreadable';

/** What each namespace listens to; nothing else reaches a socket. */
const events: Readonly<Record<string, ReadonlySet<string>>> = {
  [boardNamespace]: new Set(['join', 'edit', 'presence', 'move', 'probe']),
  [viewerNamespace]: new Set(['join']),
};

/** Kind, attachments, namespace and number for an answer, which stand before the JSON of a Socket.IO packet. */
const header = /^(\d)(\d+-)?(?:(\/[^,]{0,64})(?:,|$))?(\d*)/;

/**
 * Reads packets as Socket.IO does, but trusts nobody: the raw text is looked at before it is parsed, because a few
 * thousand nested brackets would end the process (SEC-01), and only what our namespaces listen to is let through. Anything
 * else reaches its socket as `unreadable`, so that it is refused with a code and the socket lives (SEC-35). Who has not
 * said yet to which namespace they belong cannot be answered: the connection ends.
 */
class GuardedDecoder extends Decoder {
  /** The namespace this connection asked for; it gets no other. */
  #namespace: string | null = null;

  override add(message: unknown): void {
    const packet = typeof message === 'string' ? this.#read(message) : 'BAD_EVENT';
    if (typeof packet !== 'string') this.#pass(packet);
    else if (this.#namespace === null) throw new Error('a message before the namespace');
    else this.#pass({ type: PacketType.EVENT, nsp: this.#namespace, data: [unreadable, packet] });
  }

  #read(message: string): Packet | ErrorCode {
    const [head = '', kind = '', attachments, namespace = '/', answerTo] = header.exec(message) ?? [];
    if (head === '') return 'BAD_JSON';
    const rest = message.slice(head.length);
    const verdict = checkRawJson(rest);
    if (verdict !== 'ok') return verdict;
    if (attachments !== undefined || answerTo !== '') return 'BAD_EVENT';
    return this.#decode({ kind: Number(kind), namespace, rest });
  }

  #decode({ kind, namespace, rest }: { kind: number; namespace: string; rest: string }): Packet | ErrorCode {
    if (kind === PacketType.CONNECT) return this.#connect(namespace);
    if (namespace !== this.#namespace) return 'BAD_EVENT';
    if (kind === PacketType.EVENT) return readEvent(namespace, rest);
    return kind === PacketType.DISCONNECT ? { type: PacketType.DISCONNECT, nsp: namespace } : 'BAD_EVENT';
  }

  /** Each connect asks the store who this is, so a connection may ask once. What it says about itself is not read. */
  #connect(namespace: string): Packet | ErrorCode {
    if (this.#namespace !== null || !Object.hasOwn(events, namespace)) return 'BAD_EVENT';
    this.#namespace = namespace;
    return { type: PacketType.CONNECT, nsp: namespace };
  }

  #pass(packet: Packet): void {
    this.emitReserved('decoded', packet);
  }
}

function readEvent(namespace: string, json: string): Packet | ErrorCode {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return 'BAD_JSON';
  }
  if (!Array.isArray(value)) return 'BAD_JSON';
  const [event, message]: readonly unknown[] = value;
  if (typeof event !== 'string' || events[namespace]?.has(event) !== true) return 'BAD_EVENT';
  return { type: PacketType.EVENT, nsp: namespace, data: [event, message] };
}

/** Writes packets as Socket.IO does; what we send is never binary, so nothing is searched for it. */
class PacketWriter {
  encode({ type, nsp, id, data }: Packet): string[] {
    const space = nsp === '/' ? '' : `${nsp},`;
    return [`${type}${space}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`];
  }
}

/** The parser of our sockets. */
export const guardedParser = { Encoder: PacketWriter, Decoder: GuardedDecoder };
