import { fontStack } from '../fonts.ts';
import type { Box } from '../geometry.ts';
import { isFields, readLength, readPoint, readText, type Fields } from '../read-field.ts';
import type { Shape } from '../scene.ts';
import { element, escapeText, formatNumber } from '../xml.ts';
import type { Paint } from './paint.ts';

/** An address that holds the bytes of a picture itself, as the server makes them: nothing is ever loaded from anywhere. */
const heldAddress = /^data:image\/webp;base64,[A-Za-z0-9+/=]*$/;
const wordsSize = 16;
const maxWords = 80;

export function imageBox({ props }: Shape): Box {
  return { x: 0, y: 0, w: readLength(props['w'], 1, 1), h: readLength(props['h'], 1, 1) };
}

/** An image with its picture; where that is not given, its place and its words. */
export function drawImage(paint: Paint, shape: Shape): string {
  const { w, h } = imageBox(shape);
  const address = paint.pictures.get(readText(shape.props['assetId'])) ?? '';
  if (!heldAddress.test(address)) return drawPlace(paint, shape);
  const part = cropOf(shape.props);
  // The whole picture is laid so that the part that was chosen fills the box; the svg around it cuts off the rest.
  const whole = { x: (-part.x / part.w) * w, y: (-part.y / part.h) * h, width: w / part.w, height: h / part.h };
  const picture = element('image', {
    ...whole,
    preserveAspectRatio: 'none',
    href: address,
    transform: flipOf(shape.props, { w, h }),
  });
  const words = readText(shape.props['altText']);
  const title = words === '' ? '' : element('title', {}, escapeText(words));
  return element('svg', { width: w, height: h, overflow: 'hidden' }, title + picture);
}

/** The part of the picture that is shown, each from 0 to 1. */
function cropOf(props: Fields): Box {
  const crop = isFields(props['crop']) ? props['crop'] : {};
  const from = readPoint(crop['topLeft']) ?? { x: 0, y: 0 };
  const to = readPoint(crop['bottomRight']) ?? { x: 1, y: 1 };
  const [w, h] = [to.x - from.x, to.y - from.y];
  return w > 0 && h > 0 ? { x: from.x, y: from.y, w, h } : { x: 0, y: 0, w: 1, h: 1 };
}

function flipOf(props: Fields, { w, h }: { w: number; h: number }): string | undefined {
  const [isFlippedX, isFlippedY] = [props['flipX'] === true, props['flipY'] === true];
  if (!isFlippedX && !isFlippedY) return undefined;
  const move = `translate(${formatNumber(isFlippedX ? w : 0)} ${formatNumber(isFlippedY ? h : 0)})`;
  return `${move} scale(${isFlippedX ? -1 : 1} ${isFlippedY ? -1 : 1})`;
}

function drawPlace(paint: Paint, shape: Shape): string {
  const { w, h } = imageBox(shape);
  const { sheet, edge, ink } = paint.palette;
  const place = element('rect', { width: w, height: h, fill: sheet, stroke: edge, 'stroke-width': 1 });
  const words = readText(shape.props['altText']).slice(0, maxWords);
  if (words.trim() === '') return place;
  const looks = { 'font-family': fontStack('sans'), 'font-size': wordsSize, fill: ink, 'text-anchor': 'middle' };
  const text = element('text', { x: w / 2, y: h / 2, ...looks }, escapeText(words));
  return element('svg', { width: w, height: h, overflow: 'hidden' }, place + text);
}
