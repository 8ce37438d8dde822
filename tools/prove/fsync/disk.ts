import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

import type { Dice } from '@bridgeboard/testkit';

import type { Step } from './read-trace.ts';

/** What a disk writes whole or not at all, in bytes. */
const sector = 512;

type Change = Exclude<Step, { kind: 'sync' | 'send' | 'remove' }>;

/** One file: what is sure to outlive a power cut, and what was done to it since the disk was waited for. */
interface File {
  safe: Buffer;
  pending: Change[];
  /** Whether its name is sure to be in its folder. */
  isNamed: boolean;
}

/**
 * The files of a folder as a disk has them that keeps what was waited for, and of everything later any sectors it likes.
 * The name of a new file is safe once its folder has been waited for.
 */
export class Disk {
  readonly #folder: string;
  readonly #files = new Map<string, File>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** `folder` as the trace names it, with the files that a copy of it had in the beginning. */
  static async from(copy: string, folder: string): Promise<Disk> {
    const disk = new Disk(folder);
    for (const name of await readdir(copy)) {
      disk.#files.set(name, { safe: await readFile(join(copy, name)), pending: [], isNamed: true });
    }
    return disk;
  }

  /** Takes one step; false where it is none that changes a file of this folder. */
  take(step: Step): boolean {
    if (step.kind === 'send') return false;
    if (step.kind === 'sync' && step.file === this.#folder) {
      for (const file of this.#files.values()) file.isNamed = true;
      return false;
    }
    if (dirname(step.file) !== this.#folder) return false;
    const name = relative(this.#folder, step.file);
    // SQLite makes this one anew from the log; it is never waited for.
    if (name.endsWith('-shm')) return false;
    if (step.kind === 'remove') return this.#files.delete(name);
    const file = this.#files.get(name) ?? { safe: Buffer.alloc(0), pending: [], isNamed: false };
    this.#files.set(name, file);
    if (step.kind !== 'sync') return file.pending.push(step) > 0;
    for (const change of file.pending) file.safe = changed(file.safe, change);
    file.pending = [];
    return false;
  }

  /** Writes down what a power cut at this moment may leave behind; `dice` picks the sectors that made it. */
  async cut(to: string, dice: Dice): Promise<void> {
    await mkdir(to, { recursive: true });
    // A disk may have kept nothing, all, or any part of what it was not made to keep.
    const [kept, of] = dice.pick([
      [0, 1],
      [1, 1],
      [1, 2],
      [1, 4],
      [3, 4],
    ]);
    const isKept = (): boolean => dice.int(of) < kept;
    for (const [name, file] of this.#files) {
      if (!file.isNamed && !isKept()) continue;
      const pieces = file.pending.flatMap(sectorsOf).filter(isKept);
      await writeFile(
        join(to, name),
        pieces.reduce((data, piece) => changed(data, piece), file.safe),
      );
    }
  }
}

/** The parts of a change that a disk keeps or loses each for itself. */
function sectorsOf(change: Change): Change[] {
  if (change.kind === 'resize') return [change];
  const { file, offset, data } = change;
  const pieces: Change[] = [];
  for (let at = 0; at < data.length;) {
    const end = Math.min(data.length, at + sector - ((offset + at) % sector));
    pieces.push({ kind: 'write', file, offset: offset + at, data: data.subarray(at, end) });
    at = end;
  }
  return pieces;
}

function changed(data: Buffer, change: Change): Buffer {
  const size = change.kind === 'resize' ? change.size : Math.max(data.length, change.offset + change.data.length);
  const after = Buffer.alloc(size);
  data.copy(after);
  if (change.kind === 'write') change.data.copy(after, change.offset);
  return after;
}
