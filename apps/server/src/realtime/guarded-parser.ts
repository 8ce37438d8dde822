import { checkRawJson, type ErrorCode } from '@bridgeboard/protocol';
import { Decoder, Encoder } from 'socket.io-parser';

/** The event a message is turned into when its text must not be parsed; carries the code of the refusal. */
export const unreadable = 'unreadable';

/** Kind digit, attachments, and namespace, which stand before the JSON of a Socket.IO packet. */
const header = /^(\d)(\d+-)?(\/[^,]{0,64},)?/;
const eventPacket = '2';
const binaryPackets = new Set(['5', '6']);

/**
 * Reads packets as Socket.IO does, but looks at the raw text first: a few thousand nested brackets would otherwise end the
 * process (SEC-01). Such a message reaches its socket as an `unreadable` event, so that it is refused with a code and the
 * socket lives. Clients may not send binary.
 */
class GuardedDecoder extends Decoder {
  override add(packet: unknown): void {
    if (typeof packet !== 'string') return;
    const code = refusalOf(packet);
    if (code === null) {
      try {
        super.add(packet);
        return;
      } catch {
        // Falls through: what looked sound was no JSON after all.
      }
    }
    const space = header.exec(packet)?.[3] ?? '';
    super.add(`${eventPacket}${space}${JSON.stringify([unreadable, code ?? 'BAD_JSON'])}`);
  }
}

function refusalOf(packet: string): ErrorCode | null {
  const found = header.exec(packet);
  if (found?.[1] !== undefined && binaryPackets.has(found[1])) return 'BAD_EVENT';
  const verdict = checkRawJson(packet.slice(found?.[0].length ?? 0));
  return verdict === 'ok' ? null : verdict;
}

/** The parser of our sockets. */
export const guardedParser = { Encoder, Decoder: GuardedDecoder };
