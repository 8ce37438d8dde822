import { agreedTo, pupilAs } from '../server/fill-store.ts';
import type { Operation } from './operation.ts';
import { actingTab, pick } from './picking.ts';

/** Staff note what a pupil's family agrees to, or does not any more (SG-18). */
export const consenting: readonly Operation[] = [
  {
    name: 'note what a family agrees to',
    kind: 'act',
    weight: 1,
    run: (world, step) => {
      const tab = actingTab(world, step, 'staff');
      const people = new Set(world.tabs.map(({ player }) => player));
      const pupils = [...people].filter(({ role, school }) => role === 'pupil' && school === tab?.player.school);
      const pupil = pick(pupils, step.b);
      if (!tab || !pupil) return false;
      const photoOnBoard = step.a % 3 > 0;
      const consent = { ...agreedTo, photoOnBoard, photoToPartner: step.a % 3 === 2 };
      world.consents.set(pupil.id, consent);
      void world.store.storage.directory.putPupil(pupilAs(pupil, consent));
      return true;
    },
  },
];
