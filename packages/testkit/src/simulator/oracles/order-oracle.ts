import type { Frame, PrivateFrame } from '@bridgeboard/protocol';

import type { Said } from '../server/server-process.ts';
import type { Oracle } from './oracle.ts';
import type { Watch } from './watch.ts';

/** P28: the frames of a session are numbered without holes and without steps back, shared and private ones apart. */
export class OrderOracle implements Oracle {
  readonly #watch: Watch;
  /** By session: the last number of its shared view and of its private frames. */
  readonly #shared = new Map<string, number>();
  readonly #private = new Map<string, number>();

  constructor(watch: Watch) {
    this.#watch = watch;
  }

  said({ to, event, payload }: Said): void {
    for (const { id } of to) {
      if (event === 'joined' || event === 'resync') this.#shared.delete(id);
      if (event === 'joined') this.#private.delete(id);
      if (event === 'frame') this.#sharedFrame(id, payload as Frame);
      if (event === 'private') this.#privateFrame(id, payload as PrivateFrame);
    }
  }

  #sharedFrame(id: string, { seq, patch }: Frame): void {
    if (seq === undefined) return;
    const last = this.#shared.get(id);
    const expected = patch ? (last ?? seq - 1) + 1 : (last ?? seq);
    if (seq !== expected) this.#watch.fail('violations', `frame ${seq} follows ${last ?? 'nothing'} for ${id}`);
    this.#shared.set(id, seq);
  }

  #privateFrame(id: string, { seq }: PrivateFrame): void {
    const last = this.#private.get(id) ?? 0;
    if (seq !== last + 1) this.#watch.fail('violations', `private frame ${seq} follows ${last} for ${id}`);
    this.#private.set(id, seq);
  }
}
