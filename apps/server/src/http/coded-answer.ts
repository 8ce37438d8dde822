import type { Request } from 'express';

import { PreparedAnswer } from './call.ts';

/** How an answer that was encoded beforehand may travel. */
export type Coding = 'br' | 'gzip' | 'identity';

const codings: readonly Coding[] = ['br', 'gzip'];

/** JSON that is compressed already, in the coding that suits whoever asks. */
export async function codedAnswer(
  request: Request,
  bytes: (coding: Coding) => Promise<Buffer>,
): Promise<PreparedAnswer> {
  // The shortest that is understood at all: browsers name gzip first out of habit.
  const coding = codings.find((one) => request.acceptsEncodings(one) === one) ?? 'identity';
  return new PreparedAnswer({ text: await bytes(coding), type: 'json', coding });
}
