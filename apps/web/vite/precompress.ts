import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { Plugin } from 'vite';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

const compressible = /\.(?:css|html|js|json|svg|txt|webmanifest)$/;
/** Below this a compressed twin saves less than a network packet. */
const smallestWorthwhileBytes = 1_024;

async function writeTwins(file: string): Promise<void> {
  const source = await readFile(file);
  if (source.byteLength < smallestWorthwhileBytes) return;
  const options = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: source.byteLength },
  };
  await writeFile(`${file}.gz`, await toGzip(source, { level: 9 }));
  await writeFile(`${file}.br`, await toBrotli(source, options));
}

/**
 * Writes `.br` and `.gz` beside every text file of the build. Both are needed: Chromium takes no brotli over plain
 * http except on localhost, and compressing on the first request would delay it by seconds.
 */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'bridgeboard:precompress',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    // Not when the bundle closes, which it does after a failed build too: its fault would hide the real one.
    async writeBundle() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile() && compressible.test(entry.name));
      await Promise.all(files.map((entry) => writeTwins(join(entry.parentPath, entry.name))));
    },
  };
}
