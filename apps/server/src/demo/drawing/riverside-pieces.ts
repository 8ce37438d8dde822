import type { DemoPiece, DemoShape } from './demo-piece.ts';
import { askInEnglish } from './headlines.ts';
import { note, words } from './paper.ts';
import { drawAire, nameAire, pointToTheSea } from './riverside/aire.ts';
import { drawFootbridge, drawOurBridge, drawTwoPeople } from './riverside/bridges.ts';
import { drawKingfisher } from './riverside/kingfisher.ts';
import { drawLeeds } from './riverside/leeds.ts';
import { drawMalham } from './riverside/malham.ts';
import { drawTrolley } from './riverside/trolley.ts';
import { drawDuck, drawSalmon } from './riverside/waiting.ts';

function piece(person: string, state: 'approved' | 'waiting' | 'staff', shapes: DemoShape[]): DemoPiece {
  return { by: { school: 'riverside', person }, state, shapes };
}

/** What class 5B and Ms Reed have put on the board, in the order in which they did. */
export function riversidePieces(): DemoPiece[] {
  return [
    piece('Ms Reed', 'staff', askInEnglish()),
    piece('Amelia R.', 'approved', drawAire()),
    piece('Isla W.', 'approved', [...nameAire(), ...pointToTheSea()]),
    piece('Freya D.', 'approved', drawMalham()),
    piece('Ruby L.', 'approved', drawKingfisher()),
    piece('Jake T.', 'approved', drawTrolley()),
    piece('Aryan S.', 'approved', drawLeeds()),
    piece('Mia P.', 'approved', drawFootbridge()),
    piece('Zainab K.', 'approved', [...drawOurBridge(), ...drawTwoPeople('blue', [501, 447], [527, 439])]),
    piece('Harry G.', 'approved', [
      note('yellow', 'Kingfishers live here! We saw 2 on Tuesday.', { x: 278, y: 186, tilt: -2.2, size: 'l' }),
    ]),
    ...returnedPieces(),
    ...waitingPieces(),
  ];
}

function returnedPieces(): DemoPiece[] {
  const shapes = [note('yellow', 'Fish live here.', { x: 384, y: 574, tilt: -1, scale: 0.52, size: 'l' })];
  return [
    {
      by: { school: 'riverside', person: 'Oliver H.' },
      state: 'sent-back',
      note: 'Good start! Which fish did you see? Write its name.',
      shapes,
    },
  ];
}

/** Oldest first, as the queue shows them. */
function waitingPieces(): DemoPiece[] {
  return [
    piece('Oliver H.', 'waiting', drawSalmon()),
    piece('Zainab K.', 'waiting', [
      note('red', 'My grandad swam here when he was 8.', { x: 30, y: 637, tilt: 1.5, scale: 0.6, size: 'l' }),
    ]),
    piece('Harry G.', 'waiting', [
      note('yellow', 'I live at number 14 by the bridge.', { x: 556, y: 708, tilt: 2, scale: 0.4, size: 'l' }),
    ]),
    piece('Jake T.', 'waiting', drawDuck()),
    piece('Mia P.', 'waiting', [
      words({ color: 'blue', x: 5, y: 258, text: 'It starts at\nMalham Tarn', fontSize: 14.5 }),
    ]),
    piece('Aryan S.', 'waiting', [
      note('green', 'The heron stands still for ages.', { x: 192, y: 62, tilt: 1.6, scale: 0.44, size: 'l' }),
    ]),
  ];
}
