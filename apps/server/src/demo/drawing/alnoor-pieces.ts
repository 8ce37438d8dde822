import { drawChallawa, nameChallawa, pointToLakeChad } from './alnoor/challawa.ts';
import { drawDam } from './alnoor/dam.ts';
import { drawFarm } from './alnoor/farm.ts';
import { drawFish } from './alnoor/fish.ts';
import { drawKano } from './alnoor/kano.ts';
import { drawMorning } from './alnoor/morning.ts';
import { drawBoat, drawSun, drawTree } from './alnoor/riverbank.ts';
import type { DemoPiece, DemoShape } from './demo-piece.ts';
import { askInHausa } from './headlines.ts';
import { note, words } from './paper.ts';
import { drawTwoPeople } from './riverside/bridges.ts';

function piece(person: string, state: 'approved' | 'waiting' | 'staff', shapes: DemoShape[]): DemoPiece {
  return { by: { school: 'alnoor', person }, state, shapes };
}

/** What class JSS1 and Mr Bello have put on the board, in the order in which they did. */
export function alnoorPieces(): DemoPiece[] {
  return [piece('Mr Bello', 'staff', askInHausa()), ...drawnPieces(), ...writtenPieces(), ...waitingPieces()];
}

function drawnPieces(): DemoPiece[] {
  const tapWater = note('red', 'Our tap water comes from here.', { x: 840, y: 597, tilt: 1.4, scale: 0.68 });
  const bridgeInHausa = words({ color: 'black', x: 588, y: 513, text: 'gadarmu', fontSize: 21 });
  return [
    piece('Ibrahim A.', 'approved', [...drawChallawa(), ...pointToLakeChad()]),
    piece('Maryam T.', 'approved', nameChallawa()),
    piece('Sani Y.', 'approved', drawFish()),
    piece('Zahra U.', 'approved', drawKano()),
    piece('Musa B.', 'approved', drawBoat()),
    piece('Umar G.', 'approved', [...drawDam(), tapWater]),
    piece('Maryam T.', 'approved', drawFarm()),
    piece('Amina K.', 'approved', drawTree()),
    piece('Hauwa D.', 'approved', [...drawTwoPeople('violet', [581, 440], [606, 448]), bridgeInHausa]),
    piece('Hauwa D.', 'approved', drawSun()),
    piece('Musa B.', 'approved', drawMorning()),
  ];
}

function writtenPieces(): DemoPiece[] {
  const fish = note('green', '*Muna kama kifi a nan.* We catch fish here.', { x: 689, y: 180, tilt: -1.4, size: 'l' });
  const life = note('blue', '*Ruwa rai ne.* It means water is life.', { x: 502, y: 561, tilt: 1.3 });
  return [piece('Sani Y.', 'approved', [fish]), piece('Fatima S.', 'approved', [life])];
}

function waitingPieces(): DemoPiece[] {
  const rains = note('green', '*Da damina kogi ya cika.* The river fills in the rains.', {
    x: 661,
    y: 329,
    tilt: -1.5,
    scale: 0.49,
  });
  return [piece('Aisha M.', 'waiting', [rains])];
}
