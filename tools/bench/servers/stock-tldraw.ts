import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

import { build } from 'vite';

const source = join(import.meta.dirname, '../browser');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** A page with tldraw as it comes, built for production, and a small server for it; ends with its scope. */
export class StockTldraw implements AsyncDisposable {
  readonly url: string;
  readonly #http: Server;
  readonly #folder: string;

  private constructor(parts: { url: string; http: Server; folder: string }) {
    this.url = parts.url;
    this.#http = parts.http;
    this.#folder = parts.folder;
  }

  /** Builds the page and serves it with these records on its board. */
  static async start(records: readonly object[]): Promise<StockTldraw> {
    const folder = await mkdtemp(join(tmpdir(), 'bridgeboard-stock-'));
    await build({ root: source, logLevel: 'error', build: { outDir: folder, emptyOutDir: false, target: 'es2022' } });
    const body = JSON.stringify(records);
    const http = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file = pathname === '/' ? '/index.html' : pathname;
      const content = file === '/records.json' ? Promise.resolve(body) : readFile(join(folder, file));
      content.then(
        (bytes) =>
          response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const address = http.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return new StockTldraw({ url: `http://127.0.0.1:${port}`, http, folder });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#http.close();
    this.#http.closeAllConnections();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
