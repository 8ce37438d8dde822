import type { TrustLevel } from '@bridgeboard/protocol';

import type { Operation } from './operation.ts';
import { actingTab, pick } from './picking.ts';

const levels: readonly (TrustLevel | undefined)[] = ['after', 'trusted', 'before', undefined];

/** Staff say on a page of their own what a pupil of theirs is trusted with, on all boards (TL1). */
export const trusting: readonly Operation[] = [
  {
    name: 'trust a pupil',
    kind: 'act',
    weight: 1,
    run: (world, step) => {
      const tab = actingTab(world, step, 'staff');
      const people = new Set(world.tabs.map(({ player }) => player));
      const pupils = [...people].filter(({ role, school }) => role === 'pupil' && school === tab?.player.school);
      const pupil = pick(pupils, step.b);
      if (!tab || !pupil || !world.stage.mayTrust(pupil)) return false;
      const level = pick(levels, step.a);
      world.trust.set(pupil.id, { words: level, drawing: level, picture: level });
      return true;
    },
  },
];
