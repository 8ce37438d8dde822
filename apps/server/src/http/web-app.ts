import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RequestHandler } from 'express';
import sirv from 'sirv';

import { findAppAssets } from '../pages/app-assets.ts';
import type { AppAssets, BuildManifest } from '../pages/app-assets.ts';
import { escapeHtml } from '../pages/html.ts';

/** The built browser app as the server hands it out. */
export interface WebApp {
  /** Files of the build; passes on what it does not have. */
  readonly files: RequestHandler;
  /** The document that every page of the app starts from, or null before the app was built. */
  readonly shell: string | null;
  readonly assets: AppAssets | undefined;
}

/** What a pupil needs after the front door, most needed first. */
const prefetched = [
  'index.html',
  'src/app/pages/join-page.tsx',
  'src/app/pages/lobby-page.tsx',
  'src/app/pages/board-page.tsx',
];

const hashedFolder = '/assets/';
const forEver = 'public, max-age=31536000, immutable';

function readManifest(root: string): BuildManifest {
  const file = join(root, '.vite', 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as BuildManifest) : {};
}

/** The licence key of tldraw travels in the document, so that it needs neither a build of its own nor a request. */
function withLicense(shell: string, licenseKey: string | null): string {
  if (licenseKey === null) return shell;
  return shell.replace('</head>', `<meta name="tldraw-license-key" content="${escapeHtml(licenseKey)}"></head>`);
}

/**
 * A file may vanish between its name and its content, as when the app is built anew under a running server. Nobody else
 * listens to the stream's error, which would end the process; so it ends the answer.
 */
function survivingMissingFiles(handler: RequestHandler): RequestHandler {
  return (request, response, next) => {
    response.once('pipe', (file) => file.once('error', () => response.destroy()));
    return handler(request, response, next);
  };
}

/**
 * Opens the folder of the built app. Names of files under `assets` hold a hash of their content, so browsers keep them for
 * ever; everything else is asked for again each time. The compressed twins of the build are used where browsers take them.
 */
export function openWebApp({ root, licenseKey }: { root: string; licenseKey: string | null }): WebApp {
  const index = join(root, 'index.html');
  if (!existsSync(index)) return { files: (_request, _response, next) => next(), shell: null, assets: undefined };
  const files = sirv(root, {
    // Without these, the folder itself would answer with the bare document.
    extensions: [],
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders: (response, path) => {
      response.setHeader('Cache-Control', path.startsWith(hashedFolder) ? forEver : 'no-cache');
    },
  });
  const shell = withLicense(readFileSync(index, 'utf8'), licenseKey);
  return { files: survivingMissingFiles(files), shell, assets: findAppAssets(readManifest(root), prefetched) };
}
