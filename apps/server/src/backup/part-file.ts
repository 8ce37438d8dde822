import { createReadStream } from 'node:fs';
import { join } from 'node:path';

import { BackupFailure } from './backup-failure.ts';
import type { StorePart } from './store-parts.ts';

/** The file of a part in a backup: a line of JSON for each value. */
export function partFile(part: Pick<StorePart<unknown>, 'name'>): string {
  return `${part.name}.ndjson`;
}

/** The values of a part in a backup's folder, in order. Rejects with `BackupFailure` at one that cannot be read. */
export async function* readPart<Value>(part: StorePart<Value>, folder: string): AsyncIterable<Value> {
  const file = join(folder, partFile(part));
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield readLine(part, line, file);
  }
  if (rest !== '') throw new BackupFailure(`The backup is damaged: ${file} ends in the middle of a line.`);
}

function readLine<Value>(part: StorePart<Value>, line: string, file: string): Value {
  try {
    const read = part.schema.safeParse(JSON.parse(line));
    if (read.success) return read.data;
  } catch {
    // The parser quotes what it read, which is a child's work: said below without it.
  }
  throw new BackupFailure(`The backup is damaged: a line of ${file} cannot be read.`);
}
