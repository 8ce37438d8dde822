import type { PictureOnItsWay, SessionStatus } from '@bridgeboard/sync-client';

type SaveState = SessionStatus['save'];

/** Where the person's work is, pictures on their way counted in: never better than the truth (BR1). */
export function saveWithPictures(save: SaveState, pictures: readonly PictureOnItsWay[]): SaveState {
  const unsent = pictures.filter(({ progress }) => progress.name !== 'refused');
  if (unsent.length === 0) return save;
  const isPending = save.name !== 'saved' && save.name !== 'notAccepted';
  const count = unsent.length + (isPending ? save.count : 0);
  if (unsent.some(({ progress }) => progress.name === 'goes')) return { name: 'saving', count };
  if (save.name === 'open' || unsent.some(({ isKept }) => !isKept)) return { name: 'open', count };
  return { name: save.name === 'saving' ? 'saving' : 'kept', count };
}
