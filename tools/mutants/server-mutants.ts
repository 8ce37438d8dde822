import type { Mutant } from './mutant.ts';

const rooms = 'apps/server/src/rooms';
const realtime = 'apps/server/src/realtime';

/** Bugs in rooms, in what they send, and at the sockets. */
export const serverMutants: readonly Mutant[] = [
  {
    id: 'M8',
    what: 'a view counts a frame for what it cannot see, so that a gap in its numbers tells of a held edit',
    breaks: 'REL-06',
    edits: [
      {
        file: `${rooms}/shared-view.ts`,
        find: 'const authors = [...this.#renamed, ...this.#newAuthors(patch, pointers)];',
        replace: `const authors = [...this.#renamed, ...this.#newAuthors(patch, pointers)];
    if (Object.keys(patch).length === 0 && dirty.records.size > 0) this.#seq += 1;`,
      },
    ],
    tests: [`${rooms}/room.test.ts`],
  },
  {
    id: 'M9',
    what: 'what somebody is on a board is asked once and believed for five seconds',
    breaks: 'REL-07',
    edits: [
      {
        file: `${rooms}/acting-person.ts`,
        find: 'const acting = actingAs(state, { person: person.id, role: person.role });',
        replace: `const asked = (remembered.get(state) ?? new Map()) as Map<string, { at: number; acting: ReturnType<typeof actingAs> }>;
  remembered.set(state, asked);
  const known = asked.get(person.id);
  const isFresh = known !== undefined && Date.now() - known.at < 5_000;
  const acting = isFresh ? known.acting : actingAs(state, { person: person.id, role: person.role });
  if (!isFresh) asked.set(person.id, { at: Date.now(), acting });`,
      },
      {
        file: `${rooms}/acting-person.ts`,
        find: '/** Somebody in the role',
        replace: 'const remembered = new WeakMap<BoardState, unknown>();\n\n/** Somebody in the role',
      },
    ],
    tests: [`${rooms}/revocation.test.ts`],
  },
  {
    id: 'M10',
    what: 'whatever waits for a slow reader, no stage ever begins: the outbox has no bound',
    breaks: 'REL-08',
    edits: [
      {
        file: `${realtime}/outbox/outbox.ts`,
        find: 'return [still, paused, cut].findLastIndex(isOver) + 1;',
        replace: 'return [still, paused, cut].findLastIndex(isOver) * 0;',
      },
    ],
    tests: [`${realtime}/outbox/outboxes.test.ts`],
  },
  {
    id: 'M11',
    what: 'a board that nobody is on stays in memory for ever',
    breaks: 'REL-09',
    edits: [
      {
        file: `${rooms}/room-registry.ts`,
        find: 'this.#askedAt.get(id) ?? 0) > idleMs;',
        replace: 'this.#askedAt.get(id) ?? 0) > idleMs * Infinity;',
      },
    ],
    tests: [`${rooms}/room-registry.test.ts`],
  },
  {
    id: 'M12',
    what: 'an origin counts as ours if it ends like ours: https://evil-bridgeboard.example',
    breaks: 'SEC-03',
    edits: [
      {
        file: 'apps/server/src/http/check-origin.ts',
        find: 'origins().includes(origin)',
        replace: "origins().some((own) => origin.endsWith(own.replace(/^https?:\\/\\//, '')))",
      },
    ],
    tests: ['apps/server/test/hostile-sockets.test.ts', 'apps/server/test/foreign-requests.test.ts'],
  },
  {
    id: 'M13',
    what: 'one route asks nobody whether they may open the board',
    breaks: 'SEC-09',
    edits: [
      {
        file: 'packages/protocol/src/http/pictures.ts',
        find: `path: '/api/boards/:board/picture.svg',
  action: 'look at a board',`,
        replace: `path: '/api/boards/:board/picture.svg',
  action: 'list boards',`,
      },
    ],
    tests: ['apps/server/test/permissions.test.ts', 'apps/server/test/same-answer.test.ts'],
  },
  {
    id: 'M14',
    what: 'how deep a message is nested is asked after it has been parsed and walked, as Socket.IO’s own parser walks it',
    breaks: 'SEC-01',
    edits: [
      {
        file: `${realtime}/guarded-parser.ts`,
        find: 'const verdict = checkRawJson(rest);',
        replace: `const walk = (value: unknown): void => {
      for (const inner of typeof value === 'object' && value !== null ? Object.values(value) : []) walk(inner);
    };
    let value: unknown = null;
    try {
      value = JSON.parse(rest);
    } catch {
      // Whoever reads it next says so.
    }
    walk(value);
    const verdict = checkRawJson(rest);`,
      },
    ],
    tests: [`${realtime}/guarded-parser.test.ts`, 'apps/server/test/hostile-sockets.test.ts'],
  },
  {
    id: 'M15',
    what: 'others are sent the very object that a browser sent of its pointer, in place of one made of known fields',
    breaks: 'REL-11',
    edits: [
      {
        file: `${realtime}/read-pointer.ts`,
        find: 'return { page, x, y, busy, selection };',
        replace: 'return message as PresenceMessage;',
      },
      {
        file: `${rooms}/pointers.ts`,
        find: 'this.#live = { page: message.page, x: Math.round(message.x), y: Math.round(message.y) };',
        replace: 'this.#live = message;',
      },
    ],
    tests: [`${rooms}/presence.test.ts`],
  },
  {
    id: 'M16',
    what: 'the ring of frames forgets the oldest and still says that it reaches back to them',
    breaks: 'REL-04',
    edits: [
      {
        file: `${rooms}/frame-ring.ts`,
        find: 'if (missed < 0 || missed > Math.min(this.#kept.length, size)) return null;',
        replace: 'if (missed < 0) return null;',
      },
    ],
    tests: [`${rooms}/room.test.ts`],
  },
  {
    id: 'M18',
    what: 'what a camera writes beside the pixels is kept',
    breaks: 'SG-16',
    edits: [
      {
        file: 'apps/server/src/pictures/make-picture.ts',
        find: 'const upright = sharp(bytes, strict).autoOrient()',
        replace: 'const upright = sharp(bytes, strict).keepMetadata().autoOrient()',
      },
    ],
    tests: ['apps/server/test/picture-files.test.ts'],
  },
  {
    id: 'M24',
    what: 'the bytes of a picture are given to whoever may open its board',
    breaks: 'P19',
    edits: [
      {
        file: 'apps/server/src/pictures/pictures.routes.ts',
        find: 'seesAsset(person, { id: `asset:${id}`, isUploader })',
        replace: 'hasAsset(`asset:${id}`)',
      },
    ],
    tests: ['apps/server/test/pictures.test.ts'],
  },
];
