import type { DemoShape } from '../demo-piece.ts';
import { words } from '../paper.ts';
import { stroke } from '../pen.ts';
import { way, zigzag } from '../way.ts';

const plantsPerRow = 4;
const plantGap = 26;

/** A stem with two twigs, drawn up and down again from the soil. */
function plantAt(x: number, soil: number): string {
  const twig = `${x},${soil - 8}`;
  return `${x},${soil} ${x},${soil - 20} ${twig} ${x - 7},${soil - 15} ${twig} ${x + 7},${soil - 15} ${twig} ${x},${soil}`;
}

/** One line of soil, its plants, and their tomatoes as a dotted line just above it. */
function drawRow(x: number, soil: number): DemoShape[] {
  const plants = Array.from({ length: plantsPerRow }, (_, at) => x + at * plantGap);
  const tomatoes = plants.map((at) => `${at - 8},${soil - 10} ${at + 5},${soil - 11}`).join(' ');
  return [
    stroke({ color: 'green', scale: 0.9 }, zigzag(plants.map((at) => plantAt(at, soil)).join(' '))),
    stroke({ color: 'red', scale: 2.15, dash: 'dotted' }, zigzag(tomatoes)),
    stroke({ color: 'light-red' }, way(`978,${soil} 1005,${soil - 1} 1035,${soil + 1} 1065,${soil} 1091,${soil}`)),
  ];
}

/** The field beside the river, and what grows there. */
export function drawFarm(): DemoShape[] {
  return [
    ...drawRow(990, 619),
    ...drawRow(994, 646),
    ...drawRow(998, 673),
    words({ color: 'green', x: 984, y: 688, text: 'tomatoes\nand onions', fontSize: 20 }),
  ];
}
