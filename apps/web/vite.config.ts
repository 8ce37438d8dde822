import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { compileMessages } from './vite/compile-messages.ts';
import { precompress } from './vite/precompress.ts';

/** Where the server of `pnpm dev` listens: the same option as its own. */
const server = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

/** The server answers its own origin only, so what comes through the development server has to say that one. */
const toServer = { target: server, changeOrigin: true, headers: { origin: server } };

/** tldraw and what it is made of: only the board's page may reach it. */
const canvasPackages = /node_modules[\\/](?:@tldraw|tldraw|@tiptap|prosemirror-[a-z-]+|linkifyjs|@use-gesture)[\\/]/;

/** Packages stay apart from our own code, so that a release of ours does not download them again. */
function nameForPackage(moduleId: string): string {
  return canvasPackages.test(moduleId) ? 'canvas' : 'packages';
}

/** The bundler names a chunk of packages after every page that uses it; the first part is enough. */
function firstName(name: string): string {
  return name.split(/[~.]/)[0] ?? name;
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [compileMessages(), react(), precompress()],
  // A message in the page's language or a drawing must never become a data: URI in CSS: the policy allows images only.
  build: {
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      input: {
        app: fileURLToPath(new URL('index.html', import.meta.url)),
        'front-door': fileURLToPath(new URL('src/front-door/enhance-front-door.ts', import.meta.url)),
      },
      output: {
        chunkFileNames: ({ name }) => `assets/${firstName(name)}-[hash].js`,
        assetFileNames: ({ names }) => `assets/${firstName(names[0] ?? 'asset')}-[hash][extname]`,
        codeSplitting: {
          // With their dependencies along, the canvas would swallow React, and every page would have to fetch it.
          includeDependenciesRecursively: false,
          groups: [
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/, priority: 30 },
            { name: 'parts', test: /node_modules[\\/]/, tags: ['$initial'], priority: 20 },
            {
              name: nameForPackage,
              test: /node_modules[\\/]/,
              entriesAware: true,
              minSize: 20_000,
              priority: 10,
              debugName: 'packages',
            },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      // The front door is a page of the server; the addresses behind it are pages of the app.
      '^/(?:\\?.*)?$': toServer,
      '^/assets/front-door': toServer,
      '/join': { ...toServer, bypass: ({ method, url }) => (method === 'POST' ? undefined : url) },
      '/api': toServer,
      '/healthz': toServer,
      '/p/': toServer,
      '/socket.io': { ...toServer, ws: true },
    },
  },
});
