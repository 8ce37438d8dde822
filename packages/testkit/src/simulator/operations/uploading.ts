import type { Op } from '@bridgeboard/protocol';

import { image } from '../../engine/records.ts';
import type { Tab } from '../client/tab.ts';
import { uploadOf } from '../server/uploaded-pictures.ts';
import type { World } from '../world.ts';
import type { Operation, Step } from './operation.ts';
import { actingTab, pick, recordIdFor, targets } from './picking.ts';

function picture(pages: readonly string[], step: Step, asset: string): Op[] {
  const parentId = pick(pages, step.b) ?? 'page:page';
  const place = { parentId, index: `a${(step.a % 9) + 1}`, x: step.a, y: step.b };
  return [{ op: 'create', record: { ...image('any', asset, place), id: recordIdFor('shape', step) } }];
}

function draws(assetFor: (world: World, tab: Tab, step: Step) => string | undefined): Operation['run'] {
  return (world, step) => {
    const tab = actingTab(world, step);
    const asset = tab && assetFor(world, tab, step);
    if (!tab || asset === undefined) return false;
    tab.do(picture(targets(world, tab, 'page:'), step, asset));
    return true;
  };
}

/** What people do with pictures that they have uploaded, and with those that they see. */
export const uploading: readonly Operation[] = [
  {
    name: 'picture',
    kind: 'edit',
    weight: 4,
    run: draws((_world, tab, step) => uploadOf(tab.player.id, step.n * 8 + 7)),
  },
  {
    name: 'copy of a picture',
    kind: 'edit',
    weight: 2,
    run: draws((world, tab, step) => pick(targets(world, tab, 'asset:'), step.a)),
  },
];
