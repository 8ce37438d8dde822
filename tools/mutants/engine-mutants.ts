import type { Mutant } from './mutant.ts';

const rules = 'packages/testkit/src/engine/rules';
const twinWorlds = 'packages/testkit/src/engine/twin-worlds.test.ts';
const twinSnapshots = 'packages/testkit/src/engine/twin-snapshots.test.ts';

/** Bugs in what is decided, and in what is shown to whom. */
export const engineMutants: readonly Mutant[] = [
  {
    id: 'M4',
    what: 'an edit is not known again by its outbox and number: sent twice, it happens twice',
    breaks: 'REL-03',
    edits: [
      {
        file: 'packages/domain/src/edit/decide-edit.ts',
        find: 'const last = mark?.seq ?? 0;',
        replace: 'const last = mark ? input.seq - 1 : 0;',
      },
    ],
    tests: [`${rules}/at-most-once.test.ts`],
  },
  {
    id: 'M5',
    what: 'the ids of records that a view never had stand in its list of removals',
    breaks: 'REL-06',
    edits: [
      {
        file: 'packages/domain/src/view/tracked-view.ts',
        find: 'if (before) (patch.remove ??= []).push(id);',
        replace: '(patch.remove ??= []).push(id);',
      },
    ],
    tests: [twinWorlds],
  },
  {
    id: 'M6',
    what: 'the title of a page counts what stands on it, held work too',
    breaks: 'REL-06',
    edits: [
      {
        file: 'packages/domain/src/view/project-record.ts',
        find: 'return version && this.#stands(version) ? version : null;',
        replace: `if (version?.typeName === 'page') {
      return { ...version, name: \`\${String(version['name'])} (\${[...this.#state.referrers.of(id)].length})\` };
    }
    return version && this.#stands(version) ? version : null;`,
      },
      {
        file: 'packages/domain/src/view/project-view.ts',
        find: 'if (version) versions.set(id, version);',
        replace: `if (version?.typeName === 'page') {
      versions.set(id, { ...version, name: \`\${String(version['name'])} (\${[...state.referrers.of(id)].length})\` });
    } else if (version) versions.set(id, version);`,
      },
    ],
    tests: [twinSnapshots],
  },
  {
    id: 'M20',
    what: 'a decision is taken whatever has become of what was looked at',
    breaks: 'SEC-40',
    edits: [
      {
        file: 'packages/domain/src/moderation/decide-case.ts',
        find: 'if (hash !== input.hash || slots.length === 0)',
        replace: 'if (slots.length === 0)',
      },
    ],
    tests: [`${rules}/decisions.test.ts`],
  },
  {
    id: 'M21',
    what: 'the record of a picture is in every view, whether an image there shows it or not',
    breaks: 'REL-06',
    edits: [
      {
        file: 'packages/domain/src/view/project-record.ts',
        find: 'return this.#isShown(version.id);',
        replace: 'return true;',
      },
    ],
    tests: [twinWorlds],
  },
  {
    id: 'M22',
    what: 'an image may show any picture of its board, seen or not',
    breaks: 'P23',
    edits: [
      {
        file: 'packages/domain/src/edit/use-asset.ts',
        find: 'isOwn || (wasShown && slot) || seen(act, id) ? null',
        replace: 'isOwn || (wasShown && slot) || slot ? null',
      },
    ],
    tests: [twinWorlds],
  },
  {
    id: 'M23',
    what: 'a picture that is let out tells when it was uploaded',
    breaks: 'P28',
    edits: [
      {
        file: 'packages/domain/src/view/version.ts',
        find: 'isAssetId(slot.id) ? 0 : slot.baseAt',
        replace: 'slot.baseAt',
      },
    ],
    tests: [`${rules}/pictures.test.ts`],
  },
  {
    id: 'M25',
    what: 'a comment is let out before the piece that it is about',
    breaks: 'P13',
    edits: [
      {
        file: 'packages/domain/src/board/references.ts',
        find: "    version['about'],\n",
        replace: '',
      },
    ],
    tests: [`${rules}/comments.test.ts`],
  },
  {
    id: 'M26',
    what: 'what was said about a piece is lost when its delete is undone',
    breaks: 'CO3',
    edits: [
      {
        file: 'packages/domain/src/edit/decide-edit.ts',
        find: '  bringRemarksBack(draft);\n',
        replace: '',
      },
    ],
    tests: [`${rules}/comments.test.ts`],
  },
  {
    id: 'M27',
    what: 'staff put other words into a pupil’s mouth',
    breaks: 'CO4',
    edits: [
      {
        file: 'packages/domain/src/edit/edit-act.ts',
        find: "isRemarkId(slot.id) && actor.role === 'staff'",
        replace: 'false',
      },
    ],
    tests: [`${rules}/comments.test.ts`],
  },
];
