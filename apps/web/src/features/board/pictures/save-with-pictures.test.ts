import type { PictureOnItsWay } from '@bridgeboard/sync-client';
import { expect, test } from 'vitest';

import { saveWithPictures } from './save-with-pictures.ts';

const box = { x: 0, y: 0, w: 1, h: 1 };
const picture = { upload: 'u', owner: 'o', bytes: new Blob(), altText: '', page: 'page:page', box, at: 0 };
const on = (progress: PictureOnItsWay['progress'], isKept = true): PictureOnItsWay => ({ picture, progress, isKept });
const waits = on({ name: 'waits', code: null });
const goes = on({ name: 'goes', done: 0.5 });
const saved = { name: 'saved', count: 0 } as const;

test('[BR1] a picture that the server does not have is not saved, whatever else is', () => {
  expect(saveWithPictures(saved, [])).toBe(saved);
  expect(saveWithPictures(saved, [waits])).toEqual({ name: 'kept', count: 1 });
  expect(saveWithPictures(saved, [waits, goes])).toEqual({ name: 'saving', count: 2 });
  expect(saveWithPictures({ name: 'kept', count: 2 }, [waits])).toEqual({ name: 'kept', count: 3 });
  expect(saveWithPictures({ name: 'saving', count: 1 }, [waits])).toEqual({ name: 'saving', count: 2 });
  expect(saveWithPictures({ name: 'notAccepted', count: 4 }, [waits])).toEqual({ name: 'kept', count: 1 });
});

test('[BR1] one that this browser does not keep is not kept on the device', () => {
  expect(saveWithPictures(saved, [on({ name: 'waits', code: null }, false)])).toEqual({ name: 'open', count: 1 });
  expect(saveWithPictures({ name: 'open', count: 1 }, [waits])).toEqual({ name: 'open', count: 2 });
});

test('[BR1] one that was refused says so itself, on the board', () => {
  expect(saveWithPictures(saved, [on({ name: 'refused', code: 'FILE_TYPE' })])).toBe(saved);
});
