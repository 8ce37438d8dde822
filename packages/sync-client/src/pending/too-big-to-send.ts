import { maxClientMessageBytes, type BoardRecord } from '@bridgeboard/protocol';

/** Room for what goes around a record in a message. */
const envelopeBytes = 1_024;

const utf8 = new TextEncoder();

/** Whether a record could not be told to the server even alone: it would be sent, and refused, for ever. */
export function isTooBigToSend(record: BoardRecord): boolean {
  return utf8.encode(JSON.stringify(record)).length > maxClientMessageBytes - envelopeBytes;
}
