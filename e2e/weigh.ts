import type { Page } from 'playwright-core';

interface Weight {
  /** Bytes over the wire, headers along, of all that the page needed. */
  readonly bytes: number;
  readonly scripts: readonly string[];
}

/** Loads a page and counts what it needed. What was fetched ahead for the pages after it does not count. */
export async function weigh(page: Page, path: string): Promise<Weight> {
  const devtools = await page.context().newCDPSession(page);
  const needed = new Map<string, { url: string; type: string; bytes: number }>();
  devtools.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other' }) => {
    const isAhead = Object.keys(request.headers).some((name) => /^(?:sec-)?purpose$/i.test(name));
    if (!isAhead) needed.set(requestId, { url: request.url, type, bytes: 0 });
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const known = needed.get(requestId);
    if (known !== undefined) known.bytes = encodedDataLength;
  });
  await devtools.send('Network.enable');
  await page.goto(path, { waitUntil: 'networkidle' });
  const all = [...needed.values()];
  return {
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    scripts: all.filter(({ type }) => type === 'Script').map(({ url }) => url),
  };
}
