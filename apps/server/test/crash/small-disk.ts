import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const pieceBytes = 64 * 1024;

/** A disk of a few MiB in memory, which is gone with its scope. */
export class SmallDisk implements Disposable {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /** Null where this machine does not let us have one. */
  static mount(mebibytes: number): SmallDisk | null {
    if (process.getuid?.() !== 0) return null;
    const path = mkdtempSync(join(tmpdir(), 'bridgeboard-disk-'));
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', path]);
    if (status === 0) return new SmallDisk(path);
    rmdirSync(path);
    return null;
  }

  /** Somebody else takes all the room that is left. */
  fill(): void {
    for (const piece of [pieceBytes, 1_024, 1]) {
      try {
        for (;;) appendFileSync(this.#filler, Buffer.alloc(piece, 'x'));
      } catch {
        // No room for a piece of this size.
      }
    }
  }

  /** And gives it back. */
  makeRoom(): void {
    rmSync(this.#filler, { force: true });
  }

  /** Nobody may write any more; no file may be open for that. */
  makeReadOnly(): void {
    if (spawnSync('mount', ['-o', 'remount,ro', this.path]).status !== 0) throw new Error('cannot be made read-only');
  }

  get #filler(): string {
    return join(this.path, 'filler');
  }

  [Symbol.dispose](): void {
    spawnSync('umount', ['--lazy', this.path]);
    rmdirSync(this.path);
  }
}

/** Whether this machine lets us have one. */
export function mayMount(): boolean {
  using disk = SmallDisk.mount(1);
  return disk !== null;
}
