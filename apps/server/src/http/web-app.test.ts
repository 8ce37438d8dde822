import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import express from 'express';
import { afterEach, expect, it, onTestFinished } from 'vitest';

import { openWebApp } from './web-app.ts';

let root = '';
afterEach(() => rm(root, { recursive: true, force: true }));

/** A built app of two files, served on a port of its own. */
async function serve(): Promise<string> {
  root = await mkdtemp(join(tmpdir(), 'web-app-'));
  await mkdir(join(root, 'assets'));
  await writeFile(join(root, 'index.html'), '<head></head>');
  await writeFile(join(root, 'assets/old-1.js'), 'old()');
  await writeFile(join(root, 'assets/app-1.js'), 'app()');
  const app = express();
  app.use(openWebApp({ root, licenseKey: null }).files);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('keeps hashed files for ever and lives on when the app is built anew under it', async () => {
  const url = await serve();
  const kept = await fetch(`${url}/assets/app-1.js`);
  expect(await kept.text()).toBe('app()');
  expect(kept.headers.get('cache-control')).toContain('immutable');

  await rm(join(root, 'assets/old-1.js'));
  await expect(fetch(`${url}/assets/old-1.js`).then((answer) => answer.text())).rejects.toThrow(TypeError);
  expect((await fetch(`${url}/assets/app-1.js`)).status).toBe(200);
});
