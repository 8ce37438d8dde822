import type { Consent } from '@bridgeboard/protocol';

import { playerById } from '../cast.ts';
import { picturesIn } from '../server/picture-store.ts';
import type { Drawn } from '../server/server-pages.ts';
import { uploaderOf } from '../server/uploaded-pictures.ts';
import type { Oracle } from './oracle.ts';
import type { Watch } from './watch.ts';

/** CN3: no drawing holds the bytes of a picture that its pupil's school does not let whoever looks at it see, right now. */
export class PictureOracle implements Oracle {
  readonly #watch: Watch;
  readonly #consentOf: (pupil: string) => Consent;
  checked = 0;

  constructor(watch: Watch, consentOf: (pupil: string) => Consent) {
    this.#watch = watch;
    this.#consentOf = consentOf;
  }

  drawn({ viewer, text }: Drawn): void {
    for (const picture of picturesIn(text)) {
      this.checked += 1;
      const player = playerById.get(uploaderOf(picture) ?? '');
      if (!player) return this.#watch.fail('violations', `a drawing holds ${picture}, which nobody has uploaded`);
      if (player.role === 'staff') continue;
      const isOwn = 'school' in viewer && viewer.kind !== 'guest' && viewer.school === player.school;
      if (isOwn && viewer.kind === 'staff') continue;
      const { photoOnBoard, photoToPartner } = this.#consentOf(player.id);
      if (photoOnBoard && (isOwn || photoToPartner)) continue;
      this.#watch.fail('violations', `${JSON.stringify(viewer)} is shown ${picture}, and nobody has agreed to that`);
    }
    return undefined;
  }
}
