/*
 * The layer table of STYLE.md as rules. tools/boundary-canary.ts plants one forbidden import for each rule
 * and fails when this file lets it through, so a rule is never only decoration.
 */

const tests = '\\.(?:test|contract)\\.tsx?$|\\.contract\\.test\\.ts$|^packages/storage/src/contract/';

/**
 * A package from the registry, found or not: an import that cannot be resolved must not slip past a rule.
 * @param {string[]} names
 */
function npm(...names) {
  const either = names.map((name) => name.replaceAll('.', '\\.')).join('|');
  return `(?:^|/)node_modules/(?:${either})(?:/|$)|^(?:${either})(?:/|$)`;
}

/**
 * A layer may import its own files and what is listed; everything else is forbidden, Node's own modules too.
 * @param {string} name
 * @param {{ source: string, may: string[], but?: string }} rule
 */
function layer(name, { source, may, but }) {
  return {
    name: `${name}-imports`,
    severity: 'error',
    from: { path: source, pathNot: but ? [tests, but] : [tests] },
    to: { pathNot: [source, ...may] },
  };
}

const protocol = '^packages/protocol/src/';
const domain = '^packages/domain/src/(?!schema-check/)';
/** What the packages' exports maps list. */
const frontDoors = [
  '^packages/[^/]+/src/index\\.ts$',
  '^packages/storage/src/(?:memory|sqlite|mongo|s3)/index\\.ts$',
  '^packages/domain/src/schema-check/schema-check\\.ts$',
  '^packages/domain/src/text-check/check-text\\.ts$',
  '^packages/testkit/src/simulator/index\\.ts$',
];
/** What pages draw and list from rooms, which needs neither sockets nor a clock of its own. */
const drawnFromRooms = [
  '^apps/server/src/boards/board-picture\\.ts$',
  '^apps/server/src/moderation/(?:case-picture|queue-feed|queue\\.service|whole-queue)\\.ts$',
  '^apps/server/src/(?:picture-addresses|picture-consent|school-briefs|text-checks)\\.ts$',
];
const serverInfrastructure = '(?:http|pages|realtime|rooms|jobs|observability)';

const layers = [
  layer('protocol', { source: protocol, may: [npm('vlq', 'zod')] }),
  layer('domain', {
    source: '^packages/domain/src/',
    // Its one file for Node alone: the same hash, made by Node.
    but: '^packages/domain/src/(?:schema-check/|board/sha256\\.node\\.ts$)',
    may: [protocol, npm('@noble/hashes', 'fractional-indexing')],
  }),
  layer('schema-check', {
    source: '^packages/domain/src/schema-check/',
    may: [protocol, domain, npm('@tldraw/tlschema')],
  }),
  layer('picture', { source: '^packages/picture/src/', may: [protocol, npm('perfect-freehand')] }),
  layer('sync-client', {
    source: '^packages/sync-client/src/',
    may: [protocol, domain, npm('idb', 'socket.io-client')],
  }),
  layer('storage', {
    source: '^packages/storage/src/(?!memory/|sqlite/|mongo/|s3/)',
    may: [protocol, npm('mongoose'), '^node:sqlite$'],
  }),
  {
    name: 'storage-ports-name-types-only',
    comment:
      'The sign-in library wants a database handle, so a port may name its type; opening one is the work of an adapter.',
    severity: 'error',
    from: { path: '^packages/storage/src/(?!memory/|sqlite/|mongo/|s3/)', pathNot: tests },
    to: { path: [npm('mongoose'), '^node:sqlite$'], dependencyTypesNot: ['type-only'] },
  },
  layer('storage-memory', {
    source: '^packages/storage/src/memory/',
    may: [protocol, '^packages/storage/src/(?!sqlite/|mongo/|s3/)'],
  }),
  layer('storage-sqlite', {
    source: '^packages/storage/src/sqlite/',
    may: [
      protocol,
      '^packages/storage/src/(?!memory/|mongo/|s3/)',
      '^(?:node:)?(?:sqlite|fs|fs/promises|path|crypto|url)$',
    ],
  }),
  layer('storage-mongo', {
    source: '^packages/storage/src/mongo/',
    may: [
      protocol,
      '^packages/storage/src/(?!memory/|sqlite/|s3/)',
      npm('mongoose', 'mongodb'),
      '^(?:node:)?(?:crypto|stream/promises)$',
    ],
  }),
  layer('storage-s3', {
    source: '^packages/storage/src/s3/',
    may: [
      protocol,
      '^packages/storage/src/(?!memory/|sqlite/|mongo/)',
      npm('@aws-sdk/client-s3'),
      '^(?:node:)?crypto$',
    ],
  }),
];

const server = [
  {
    name: 'server-adapters-in-one-file',
    comment: 'open-store.ts alone names concrete adapters; everything else asks for a port.',
    severity: 'error',
    from: { path: '^apps/server/src/', pathNot: ['^apps/server/src/open-store\\.ts$', tests] },
    to: { path: '^packages/storage/src/(?:memory|sqlite|mongo|s3)/' },
  },
  {
    name: 'server-express-and-sockets-at-the-edge',
    severity: 'error',
    from: {
      path: '^apps/server/src/',
      pathNot: ['^apps/server/src/(?:http|realtime)/', '^apps/server/src/compose\\.ts$', '\\.routes\\.ts$', tests],
    },
    to: { path: npm('express', 'socket.io') },
  },
  {
    name: 'server-features-apart',
    comment: 'Work across features goes through an injected service or an effect, never an import.',
    severity: 'error',
    from: { path: `^apps/server/src/(?!${serverInfrastructure}/)([^/]+)/`, pathNot: tests },
    to: { path: `^apps/server/src/(?!${serverInfrastructure}/)[^/]+/`, pathNot: '^apps/server/src/$1/' },
  },
  {
    name: 'server-without-the-browser',
    comment: 'Pages of the server share words and drawings with the web app: plain data, without React.',
    severity: 'error',
    from: { path: '^apps/server/src/' },
    to: {
      path: [
        '^packages/sync-client/',
        '^apps/web/',
        npm('react', 'react-dom', 'tldraw', '@tldraw/tlschema', 'socket.io-client'),
      ],
      pathNot: ['^apps/web/src/(?:i18n|drawings)/[a-z/-]+\\.(?:ts|json)$', tests],
    },
  },
];

const web = [
  {
    name: 'web-without-the-server',
    severity: 'error',
    from: { path: '^apps/web/src/', pathNot: tests },
    to: {
      path: ['^apps/server/', '^packages/(?:storage|testkit)/', npm('express', 'socket.io', 'mongoose', 'zod')],
    },
  },
  {
    name: 'web-without-node',
    severity: 'error',
    from: { path: '^apps/web/src/', pathNot: tests },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'web-features-apart',
    comment: 'Pages in app/ compose features; features do not know each other.',
    severity: 'error',
    from: { path: '^apps/web/src/features/([^/]+)/' },
    to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
  },
  {
    name: 'web-parts-below-features',
    severity: 'error',
    from: { path: '^apps/web/src/(?:ui|lib|i18n)/' },
    to: { path: '^apps/web/src/(?:features|app)/' },
  },
  {
    name: 'web-features-below-app',
    comment: 'paths.ts is the one list of addresses and may be read by all.',
    severity: 'error',
    from: { path: '^apps/web/src/features/' },
    to: { path: '^apps/web/src/app/', pathNot: '^apps/web/src/app/paths\\.ts$' },
  },
  {
    name: 'tldraw-in-one-folder',
    severity: 'error',
    from: {
      path: '^(?:apps|packages)/',
      pathNot: ['^apps/web/src/features/board/', '^packages/domain/src/schema-check/'],
    },
    to: { path: npm('tldraw', '@tldraw/[^/]+'), pathNot: '@tldraw/assets' },
  },
];

const everywhere = [
  {
    name: 'no-cycles',
    comment: 'Not even of types: cut the knot with a type in the lower file.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'packages-by-their-front-door',
    comment: 'Another package is imported by its name: only what its exports map lists.',
    severity: 'error',
    from: { path: '^packages/([^/]+)/' },
    to: {
      path: '^packages/[^/]+/src/',
      pathNot: ['^packages/$1/', ...frontDoors],
    },
  },
  {
    name: 'apps-by-the-front-door',
    severity: 'error',
    from: { path: '^(?:apps|e2e|tools)/' },
    to: {
      path: '^packages/[^/]+/src/',
      pathNot: frontDoors,
    },
  },
  {
    name: 'packages-below-apps',
    comment:
      'But for the simulator, which runs the rooms and outboxes of the server against its own network and store.',
    severity: 'error',
    from: { path: '^packages/', pathNot: '^packages/testkit/src/simulator/' },
    to: { path: '^apps/' },
  },
  {
    name: 'simulator-runs-the-engine-alone',
    comment: 'And what pages draw and list from rooms. What needs real sockets or a real clock has its own tests.',
    severity: 'error',
    from: { path: '^packages/testkit/src/simulator/' },
    to: { path: '^apps/', pathNot: ['^apps/server/src/(?:rooms|realtime/outbox)/', ...drawnFromRooms] },
  },
  {
    name: 'tests-are-not-imported',
    severity: 'error',
    from: { path: '^(?:apps|packages)/[^/]+/src/', pathNot: [tests, '^packages/testkit/'] },
    to: { path: [tests, '^packages/testkit/', npm('vitest', 'fast-check', 'playwright-core')] },
  },
  {
    name: 'declared-packages-only',
    severity: 'error',
    from: { path: '^(?:apps|packages)/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'no-development-packages-in-the-product',
    severity: 'error',
    from: { path: '^(?:apps|packages)/[^/]+/src/', pathNot: tests },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-broken-imports',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
];

export default {
  forbidden: [...layers, ...server, ...web, ...everywhere],
  options: {
    // TypeScript 7 has no API that the cruiser could parse with; without swc it finds nothing and reports success.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)(?:dist|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
