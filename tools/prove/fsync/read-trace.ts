import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a process did to a file or sent to somebody, in the order in which it began, and each wait for the disk where it ended. */
export type Step =
  | { readonly kind: 'write'; readonly file: string; readonly offset: number; readonly data: Buffer }
  | { readonly kind: 'resize'; readonly file: string; readonly size: number }
  | { readonly kind: 'sync'; readonly file: string }
  | { readonly kind: 'remove'; readonly file: string }
  | { readonly kind: 'send'; readonly data: Buffer };

const line = /^\d+ +(?:<\.\.\. (?<resumed>\w+) resumed>|(?<call>\w+)\()(?<rest>.*)$/;

/** Reads what `strace -f -y -xx` wrote. */
export async function readTrace(file: string): Promise<Step[]> {
  const calls = new Calls();
  for await (const text of createInterface({ input: createReadStream(file) })) calls.read(text);
  return calls.steps;
}

/** The calls of a trace, some of which other threads came in between. */
class Calls {
  readonly steps: Step[] = [];
  /** Arguments of a call that has not returned yet, by thread. */
  readonly #begun = new Map<string, string>();

  read(text: string): void {
    const { resumed, call, rest = '' } = line.exec(text)?.groups ?? {};
    const thread = text.slice(0, text.indexOf(' '));
    if (resumed !== undefined) this.#returned(resumed, { args: this.#begun.get(thread), rest });
    else if (call !== undefined && rest.endsWith('<unfinished ...>')) {
      this.#begun.set(thread, rest);
      // What is written may be on the disk from now on; a wait for the disk counts from its end.
      if (!isSync(call)) this.steps.push(...stepsOf(call, rest));
    } else if (call !== undefined && !rest.includes(') = -1 ')) this.steps.push(...stepsOf(call, rest));
  }

  #returned(call: string, { args, rest }: { args: string | undefined; rest: string }): void {
    if (args !== undefined && isSync(call) && rest.endsWith('= 0')) this.steps.push(...stepsOf(call, args));
  }
}

function isSync(call: string): boolean {
  return call === 'fsync' || call === 'fdatasync';
}

function stepsOf(call: string, args: string): Step[] {
  if (call === 'unlink') return [{ kind: 'remove', file: text(args) }];
  const file = text(/^\d+<(?<path>[^>]*)>/.exec(args)?.groups?.['path'] ?? '');
  if (isSync(call)) return [{ kind: 'sync', file }];
  const numbers = args.replace(/"[^"]*"|<[^>]*>/g, '').split(/[,)]/);
  if (call === 'ftruncate') return [{ kind: 'resize', file, size: Number(numbers[1]) }];
  if (call === 'fallocate') throw new Error('the trace has a call that the replay does not know: fallocate');
  const data = bytes(args);
  if (call === 'pwrite64') return [{ kind: 'write', file, offset: Number(numbers[3]), data }];
  if (call === 'pwritev') throw new Error('the trace has a call that the replay does not know: pwritev');
  // A file that is written from where the last write ended is none of the database's.
  return /^(?:socket|TCP)/.test(file) ? [{ kind: 'send', data }] : [];
}

/** All strings among the arguments of a call, one after another. */
function bytes(args: string): Buffer {
  const strings = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, digits = '']) => digits.replaceAll('\\x', ''));
  return Buffer.from(strings.join(''), 'hex');
}

function text(hex: string): string {
  return Buffer.from(hex.replaceAll(/\\x|[^0-9a-fx\\]/g, ''), 'hex').toString();
}
