import { BoardHand } from '@bridgeboard/testkit';
import type { PersonBrowser } from '@bridgeboard/testkit';

import { letIn, openBoard } from './stage.ts';
import type { SchoolNumber, Stage } from './stage.ts';
import { WireTap } from './wire-tap.ts';

/** Somebody on a board: the browser, the hand in it, and all that the server has sent them since before they came. */
export interface Player {
  readonly person: PersonBrowser;
  readonly hand: BoardHand;
  readonly wire: WireTap;
}

/** A lesson on a new board, with the two teachers and whichever pupils are asked for; each in a browser of their own. */
export class Lesson {
  readonly board: string;
  readonly reed: Player;
  readonly bello: Player;
  readonly #stage: Stage;

  private constructor(parts: { stage: Stage; board: string; reed: Player; bello: Player }) {
    this.#stage = parts.stage;
    this.board = parts.board;
    this.reed = parts.reed;
    this.bello = parts.bello;
  }

  static async begin(stage: Stage, title: string): Promise<Lesson> {
    const [reed, bello] = await Promise.all([stage.teacher(0), stage.teacher(1)]);
    const board = await openBoard(reed, title);
    const [first, second] = await Promise.all([play(reed, board), play(bello, board)]);
    return new Lesson({ stage, board, reed: first, bello: second });
  }

  /** A pupil comes in and is let in by the own teacher. */
  async bring(school: SchoolNumber, name: string): Promise<Player> {
    const pupil = await this.#stage.pupil(school, name);
    await letIn((school === 0 ? this.reed : this.bello).person, this.board);
    return play(pupil, this.board);
  }
}

/** Opens the board in somebody's browser, with an ear on the wire from the first byte. */
export async function play(person: PersonBrowser, board: string): Promise<Player> {
  const wire = await WireTap.on(person.page);
  return { person, wire, hand: await BoardHand.open(person.page, board) };
}

/** Where this player sees the cursor of somebody else, in pixels of the canvas; null while they see none. */
export async function cursorSeenBy(
  { person }: Player,
  name: string | RegExp,
): Promise<{ x: number; y: number } | null> {
  const cursor = person.page.locator('div:has(> svg[viewBox="0 0 16 18"])').filter({ hasText: name });
  if ((await cursor.count()) === 0) return null;
  const box = await cursor.first().evaluate((element) => {
    const { e: x, f: y } = new DOMMatrix((element as HTMLElement).style.transform);
    return { x, y };
  });
  return box;
}
