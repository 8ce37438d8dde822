import { launchBrowser } from '@bridgeboard/testkit';
import type { Browser } from 'playwright-core';

import { median } from '../fanout/percentile.ts';
import { decimals } from '../report/text-table.ts';
import { BridgeboardServer } from '../servers/bridgeboard-server.ts';
import { StockTldraw } from '../servers/stock-tldraw.ts';
import { createOps } from './board-content.ts';
import { fillBoard } from './fill-board.ts';
import { untilAllShown, workOn } from './frames.ts';
import { buildOurApp, newContext, teacherOf, viewport } from './our-app.ts';
import type { Part } from './part.ts';

const shapes = 3_000;
const runs = 3;

type Work = Awaited<ReturnType<typeof workOn>>;
type Size = { readonly width: number; readonly height: number };

/** A teacher's browser on our board; says how large the canvas is, so that the other board gets the same. */
async function workOnOurs(browser: Browser, server: BridgeboardServer): Promise<Work & { size: Size }> {
  const context = await teacherOf(server, browser);
  try {
    const page = await context.newPage();
    await page.goto(`${server.url}/b/${server.board}`);
    await untilAllShown(page);
    const size = (await page.locator('.tl-canvas').boundingBox()) ?? viewport;
    return { ...(await workOn(page)), size };
  } finally {
    await context.close();
  }
}

async function workOnStock(browser: Browser, stock: StockTldraw, size: Size): Promise<Work> {
  const context = await newContext(browser);
  try {
    const page = await context.newPage();
    await page.goto(`${stock.url}/?width=${size.width}&height=${size.height}`);
    await untilAllShown(page);
    return await workOn(page);
  } finally {
    await context.close();
  }
}

/** How a full board feels on a weak machine, beside tldraw as it comes. */
export const frameTime: Part = {
  name: 'frame-time',
  title: 'Frames in the browser with 3,000 shapes',
  method:
    'Chromium without a graphics card, its processor slowed down to a quarter, the whole board in sight: time between frames while a teacher pans and draws on our board (live, with our server), and on tldraw 3.15.6 as it comes with the same records and the same size of canvas; medians of three runs, in turns. Only the ratios mean something.',
  async run() {
    await buildOurApp();
    const ops = createOps('mixed', shapes);
    await using server = await BridgeboardServer.start({ people: 4, mode: 'open' });
    await fillBoard(server, ops);
    await using stock = await StockTldraw.start(ops.map(({ record }) => record));
    const browser = await launchBrowser();
    const [ours, theirs]: [Work[], Work[]] = [[], []];
    try {
      for (let run = 0; run < runs; run += 1) {
        const { size, ...work } = await workOnOurs(browser, server);
        ours.push(work);
        theirs.push(await workOnStock(browser, stock, size));
      }
    } finally {
      await browser.close();
    }
    const lines = (['pan', 'draw'] as const).map((doing) => {
      const middle = (works: Work[], figure: 'medianMs' | 'p95Ms'): number =>
        median(works.map((work) => work[doing][figure]));
      const [our, stocks] = [ours, theirs].map((works) => ({
        median: middle(works, 'medianMs'),
        p95: middle(works, 'p95Ms'),
      }));
      return { doing, our, stock: stocks, ratio: (our?.median ?? NaN) / (stocks?.median ?? NaN) };
    });
    return {
      figures: Object.fromEntries(lines.map(({ doing, ...figures }) => [doing, figures])),
      head: ['doing', 'our median ms', 'stock median ms', 'ours ÷ stock', 'our p95 ms', 'stock p95 ms'],
      lines: lines.map(({ doing, our, stock: stocks, ratio }) => [
        doing,
        decimals(our?.median, 1),
        decimals(stocks?.median, 1),
        decimals(ratio, 2),
        decimals(our?.p95, 1),
        decimals(stocks?.p95, 1),
      ]),
    };
  },
};
