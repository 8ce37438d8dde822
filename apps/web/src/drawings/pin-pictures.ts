import type { Drawing } from './drawing.ts';
import { bee } from './pin/bee.ts';
import { boat } from './pin/boat.ts';
import { butterfly } from './pin/butterfly.ts';
import { cat } from './pin/cat.ts';
import { dog } from './pin/dog.ts';
import { drum } from './pin/drum.ts';
import { elephant } from './pin/elephant.ts';
import { fish } from './pin/fish.ts';
import { flower } from './pin/flower.ts';
import { frog } from './pin/frog.ts';
import { house } from './pin/house.ts';
import { key } from './pin/key.ts';
import { kite } from './pin/kite.ts';
import { lion } from './pin/lion.ts';
import { mango } from './pin/mango.ts';
import { moon } from './pin/moon.ts';
import { owl } from './pin/owl.ts';
import { rabbit } from './pin/rabbit.ts';
import { star } from './pin/star.ts';
import { sun } from './pin/sun.ts';
import { tree } from './pin/tree.ts';
import { turtle } from './pin/turtle.ts';
import { umbrella } from './pin/umbrella.ts';
import { whale } from './pin/whale.ts';

/** The 24 pictures of a picture PIN, in the order of the tiles. The message of each name is `picture.<name>`. */
export const pinPictures = {
  cat,
  fish,
  owl,
  elephant,
  sun,
  boat,
  turtle,
  kite,
  lion,
  tree,
  bee,
  drum,
  rabbit,
  moon,
  mango,
  frog,
  house,
  butterfly,
  whale,
  star,
  umbrella,
  dog,
  flower,
  key,
} as const satisfies Record<string, Drawing>;

export type PinPictureName = keyof typeof pinPictures;

/** The names in the order of the tiles: what a PIN's numbers 0–23 count. */
export const pinPictureNames = Object.keys(pinPictures) as readonly PinPictureName[];
