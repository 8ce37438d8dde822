import { join } from 'node:path';

import type { Browser, BrowserContext } from 'playwright-core';

import { buildWeb, isWebBuilt } from '../../launcher/workspace.mjs';
import type { BridgeboardServer } from '../servers/bridgeboard-server.ts';

export const viewport = { width: 1_280, height: 800 };
const slowestMs = 120_000;
const root = join(import.meta.dirname, '../../..');

/** Builds the web app where there is none yet. */
export async function buildOurApp(): Promise<void> {
  if (isWebBuilt(root)) return;
  const say = (line: string): void => console.error(line);
  const code = await buildWeb({ root, node: process.execPath, env: process.env, say });
  if (code !== 0) throw new Error('the web app could not be built');
}

/** A browser of its own for one person. A slowed down processor with thousands of things takes its time for each click. */
export async function newContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport });
  context.setDefaultTimeout(slowestMs);
  return context;
}

/** The first teacher of a server's people, signed in. */
export async function teacherOf(server: BridgeboardServer, browser: Browser): Promise<BrowserContext> {
  const context = await newContext(browser);
  const [name = '', ...value] = (server.people.find(({ role }) => role === 'staff')?.cookie ?? '').split('=');
  await context.addCookies([{ name, value: value.join('='), url: server.url }]);
  return context;
}
