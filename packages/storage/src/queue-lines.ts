import type { QueueLine } from '@bridgeboard/protocol';

/** Throws a RangeError unless these lines can be applied as one step: all of that board, each case once. */
export function checkLines(board: string, lines: readonly QueueLine[]): void {
  if (lines.some((line) => line.board !== board)) throw new RangeError('a queue line is of another board');
  if (new Set(lines.map((line) => line.case)).size < lines.length) throw new RangeError('two queue lines of one case');
}
