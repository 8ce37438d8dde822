import type { PictureWish } from './make-picture.ts';
import { makePicture } from './make-picture.ts';

/** More than this and the process gives up, so that no picture can take the machine with it. */
const mostMemoryBytes = 512 * 2 ** 20;
const lookEveryMs = 25;

// Pixels are decoded in threads of the library: this thread is free to look. When the server is gone nothing else keeps it.
setInterval(() => {
  if (process.memoryUsage.rss() > mostMemoryBytes) throw new Error('this picture takes too much memory');
}, lookEveryMs).unref();

process.on('message', (wish: PictureWish) => {
  void makePicture(wish).then((made) => process.send?.(made));
});
