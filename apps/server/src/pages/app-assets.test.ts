import { expect, it } from 'vitest';

import { findAppAssets } from './app-assets.ts';

const manifest = {
  'src/front-door/enhance-front-door.ts': { file: 'assets/front-door-1.js', imports: ['_code.js'] },
  '_code.js': { file: 'assets/code-1.js' },
  'index.html': { file: 'assets/app-1.js', css: ['assets/app-1.css'], imports: ['_react.js'] },
  '_react.js': { file: 'assets/react-1.js' },
  'src/app/pages/board-page.tsx': { file: 'assets/board-1.js', imports: ['_react.js', 'index.html', '_canvas.js'] },
  '_canvas.js': { file: 'assets/canvas-1.js', imports: ['_react.js'] },
};

it('lists what comes next once, most needed first', () => {
  expect(findAppAssets(manifest, ['index.html', 'src/app/pages/board-page.tsx'])).toEqual({
    frontDoorScripts: ['/assets/code-1.js', '/assets/front-door-1.js'],
    prefetch: [
      '/assets/app-1.js',
      '/assets/app-1.css',
      '/assets/react-1.js',
      '/assets/board-1.js',
      '/assets/canvas-1.js',
    ],
  });
});

it('leaves out what the build does not have, and does without a build', () => {
  expect(findAppAssets(manifest, ['src/gone.tsx'])?.prefetch).toEqual([]);
  expect(findAppAssets({}, ['index.html'])).toBeUndefined();
});
