import type { BoardSession } from '@bridgeboard/sync-client';

/** Longer than a slow line takes; who still waits then goes on, and what is unsaved stays on this device. */
const patienceMs = 2_000;

/** Waits a moment for what is on its way. Resolves to whether the server has all of it. */
export function whenSaved(status: BoardSession['status']): Promise<boolean> {
  const isSaved = (): boolean => ['saved', 'notAccepted'].includes(status.value.save.name);
  return new Promise((resolve) => {
    if (isSaved()) {
      resolve(true);
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      stop();
      resolve(isSaved());
    };
    const timer = setTimeout(done, patienceMs);
    const stop = status.subscribe(() => isSaved() && done());
  });
}
