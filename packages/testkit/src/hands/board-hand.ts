import type { Locator, Page } from 'playwright-core';

/** A place in the window, in CSS pixels from its top left corner. */
export type Point = readonly [x: number, y: number];

type Tool = 'Pen' | 'Rubber' | 'Note' | 'Text' | 'Select';

/** The pupils' bar has shorter words. */
const wordsOfTool: Readonly<Record<Tool, string>> = {
  Pen: 'Pen',
  Rubber: 'Rubber',
  Note: 'Note',
  Text: 'Text',
  Select: 'Select|Move',
};

/** Somebody's hand on the board that is open in their browser: mouse and keys, and nothing a person could not do. */
export class BoardHand {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Goes to the board and waits until it can be worked on. */
  static async open(page: Page, board: string): Promise<BoardHand> {
    await page.goto(`/b/${board}`);
    return BoardHand.on(page);
  }

  /** The same for a board that is opening already. */
  static async on(page: Page): Promise<BoardHand> {
    const hand = new BoardHand(page);
    await page.getByRole('toolbar', { name: 'Drawing tools' }).waitFor();
    await hand.canvas.waitFor();
    return hand;
  }

  get canvas(): Locator {
    return this.page.locator('.tl-canvas');
  }

  /** What the board says of the person's own work: "Saved", "3 changes kept on this device". */
  get saveState(): Locator {
    return this.page.locator('header output');
  }

  /** Words on the board itself, not beside it. */
  words(text: string): Locator {
    return this.canvas.getByText(text);
  }

  async take(tool: Tool): Promise<void> {
    const button = this.page.getByRole('button', { name: new RegExp(`^(?:${wordsOfTool[tool]})(?: \\(.\\))?$`) });
    await button.click();
  }

  /** One stroke of the pen through these places. */
  async draw(...points: readonly Point[]): Promise<void> {
    await this.take('Pen');
    await this.drag(...points);
  }

  /** Pointer down at the first place, through the others, up at the last. */
  async drag(...[start, ...rest]: readonly Point[]): Promise<void> {
    if (start === undefined) return;
    const { mouse } = this.page;
    await mouse.move(...start);
    await mouse.down();
    for (const point of rest) await mouse.move(...point, { steps: 4 });
    await mouse.up();
  }

  /** Fingers go down together, along their ways, and up. All ways have as many places. */
  async touch(ways: readonly (readonly Point[])[]): Promise<void> {
    const devtools = await this.page.context().newCDPSession(this.page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', step: number): Promise<unknown> => {
      const fingers = ways.flatMap((way, id) => way.slice(step, step + 1).map(([x, y]) => ({ x, y, id })));
      return devtools.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : fingers });
    };
    const steps = Math.max(...ways.map((way) => way.length));
    await send('touchStart', 0);
    for (let step = 1; step < steps; step += 1) await send('touchMove', step);
    await send('touchEnd', 0);
    await devtools.detach();
  }

  async note(at: Point, words: string): Promise<void> {
    await this.take('Note');
    await this.page.mouse.click(...at);
    await this.#write(words);
  }

  async text(at: Point, words: string): Promise<void> {
    await this.take('Text');
    await this.page.mouse.click(...at);
    await this.#write(words);
  }

  /** Types at the end of a piece that has words already. */
  async addTo(words: string, more: string): Promise<void> {
    await this.take('Select');
    await this.words(words).dblclick();
    await this.#field().waitFor();
    // All of it is chosen a moment later; keys before that would be undone by it.
    await this.page.waitForFunction("String(getSelection()) !== ''");
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.type(more);
    await this.page.keyboard.press('Escape');
  }

  /** Waits until the server has everything. */
  async saved(): Promise<void> {
    await this.saveState.filter({ hasText: /^Saved$/ }).waitFor();
  }

  /** Keys before the field has the focus would land in any order. */
  #field(): Locator {
    return this.canvas.locator('[contenteditable="true"]:focus');
  }

  async #write(words: string): Promise<void> {
    await this.#field().waitFor();
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Escape');
    await this.words(words).waitFor();
  }
}
