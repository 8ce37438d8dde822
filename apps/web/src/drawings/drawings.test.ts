import { pinPictures as picturesOfThePin } from '@bridgeboard/protocol';
import { expect, it } from 'vitest';

import { brokenBridge } from './broken-bridge.ts';
import { drawingSvg } from './drawing-svg.ts';
import type { Mark } from './drawing.ts';
import { allDone, blankBoard, emptyDoorway } from './empty-states.ts';
import { frontDoorScene } from './front-door-scene.ts';
import { logo } from './logo.ts';
import { pinPictureNames, pinPictures } from './pin-pictures.ts';
import { pondEnd, pondShore, reed, reeds, ripple, steppingStone } from './pond.ts';

const scenes = {
  allDone,
  blankBoard,
  brokenBridge,
  emptyDoorway,
  frontDoorScene,
  logo,
  pondEnd,
  pondShore,
  reed,
  reeds,
  ripple,
  steppingStone,
};

function everyMark(marks: readonly Mark[]): Mark[] {
  return marks.flatMap((mark) => [mark, ...everyMark(mark.marks ?? [])]);
}

it('draws the pictures of the PIN in the order that the numbers of a PIN count', () => {
  expect(pinPictureNames).toEqual(picturesOfThePin);
});

it.each(Object.entries({ ...pinPictures, ...scenes }))(
  '%s is whole: numbers are numbers, paths are paths',
  (_name, drawing) => {
    const attributes = everyMark(drawing.marks).flatMap((mark) => Object.entries(mark.attributes));
    expect(attributes.filter(([, value]) => /NaN|undefined|Infinity/.test(String(value)))).toEqual([]);
    expect(attributes.filter(([name, value]) => name === 'd' && !/^M[-\d.\sA-Za-z]+$/.test(String(value)))).toEqual([]);
  },
);

it('keeps the front door’s scene at 6 kB or less', () => {
  expect(drawingSvg(frontDoorScene).length).toBeLessThanOrEqual(6_000);
});

it('[SEC-27] escapes the words that go into a drawing’s name', () => {
  const svg = drawingSvg(logo, { label: '"><script>alert(1)</script>' });
  expect(svg).not.toContain('<script');
  expect(svg).toContain('&quot;>&lt;script>');
});
