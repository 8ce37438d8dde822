import type { ConcernLog } from '@bridgeboard/storage';

/** Whether the bytes of a picture are given to nobody. Asked anew each time, so that sealing holds at once. */
export type IsSealed = (asset: string) => Promise<boolean>;

/** SG-15: a picture is sealed as long as any report seals it. */
export function createSealedPictures(log: Pick<ConcernLog, 'linesAbout'>): IsSealed {
  return async (asset) => {
    const last = new Map<string, boolean>();
    for (const { concern, event } of await log.linesAbout(asset)) {
      last.set(concern, event.kind === 'picture' && event.to === 'sealed');
    }
    return [...last.values()].includes(true);
  };
}
