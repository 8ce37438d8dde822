import type { Palette } from '../palette.ts';
import type { Detail } from '../path.ts';
import type { Scene } from '../scene.ts';

/** What every drawing function needs besides the shape itself. */
export interface Paint {
  scene: Scene;
  palette: Palette;
  detail: Detail;
  /** Addresses that hold the bytes of pictures, by the ids of their records. */
  pictures: ReadonlyMap<string, string>;
}
