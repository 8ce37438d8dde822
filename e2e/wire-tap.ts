import type { CDPSession, Page } from 'playwright-core';

/**
 * Writes down every byte that the server sends to one page: bodies and headers of answers, and frames of sockets. What
 * is not in here has not reached that person's machine, whatever the page shows.
 */
export class WireTap {
  readonly #heard: string[] = [];
  readonly #reading = new Set<Promise<void>>();

  /** Listens from now on, so before the page opens what it is to be heard of. */
  static async on(page: Page): Promise<WireTap> {
    const tap = new WireTap();
    const devtools = await page.context().newCDPSession(page);
    devtools.on('Network.webSocketFrameReceived', ({ response }) => tap.#heard.push(response.payloadData));
    devtools.on('Network.responseReceived', ({ response }) =>
      tap.#heard.push(JSON.stringify([response.url, response.headers])),
    );
    devtools.on('Network.loadingFinished', ({ requestId }) => tap.#read(devtools, requestId));
    await devtools.send('Network.enable');
    return tap;
  }

  /** Which of these were in any of it, once what is being read has been read. */
  async mentioned(words: readonly string[]): Promise<string[]> {
    await Promise.all(this.#reading);
    return words.filter((word) => this.#heard.some((message) => message.includes(word)));
  }

  #read(devtools: CDPSession, requestId: string): void {
    const read = devtools
      .send('Network.getResponseBody', { requestId })
      .then(({ body, base64Encoded }) => {
        this.#heard.push(base64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body);
      })
      // Redirects and answers to a page that has gone have no body.
      .catch(() => undefined)
      .finally(() => this.#reading.delete(read));
    this.#reading.add(read);
  }
}
