import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { limits } from '@bridgeboard/domain';

import type { MadePicture, PictureWish } from './make-picture.ts';

const program = fileURLToPath(new URL('./picture-process.ts', import.meta.url));
/** A picture that takes longer is one that was made to. */
const mostMs = 5_000;
/** The process starts in a quarter of a second, and takes memory as long as it is there. */
const idleMs = 20_000;

/**
 * Makes pictures anew in a process of its own, one at a time: what a file does to the decoder it does there, and the decoder
 * is loaded only when somebody adds a picture.
 */
export class PictureMaker implements Disposable {
  #process: ChildProcess | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  /** The picture in its two sizes, or why there is none. What breaks the process or takes too long is no picture. */
  make(bytes: Uint8Array): Promise<MadePicture> {
    const made = this.#turn.then(() => this.#ask({ bytes, mostPixels: limits.both.picturePixels }));
    this.#turn = made.catch(() => undefined);
    return made;
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#idle);
    this.#end();
  }

  async #ask(wish: PictureWish): Promise<MadePicture> {
    clearTimeout(this.#idle);
    const child = (this.#process ??= start());
    const done = new AbortController();
    const tooLong = setTimeout(() => this.#end(), mostMs);
    const answered = once(child, 'message', { signal: done.signal }).then(([made]) => made as MadePicture);
    const ended = once(child, 'exit', { signal: done.signal }).then((): MadePicture => ({ refused: 'FILE_TYPE' }));
    try {
      child.send(wish);
      const made = await Promise.race([answered, ended]);
      if (child.exitCode !== null || child.killed) this.#process = null;
      return made;
    } finally {
      clearTimeout(tooLong);
      done.abort();
      await Promise.allSettled([answered, ended]);
      this.#idle = setTimeout(() => this.#end(), idleMs).unref();
    }
  }

  #end(): void {
    this.#process?.kill('SIGKILL');
    this.#process = null;
  }
}

/** Nothing of the server's surroundings goes along: no address of a database, no key. */
function start(): ChildProcess {
  const child = fork(program, [], {
    env: {},
    execArgv: ['--max-old-space-size=256'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // A message to a process that is just ending fails there; its end is what counts.
  child.on('error', () => undefined);
  return child;
}
