import type { RefusedWork } from '@bridgeboard/sync-client';
import { memo, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { registerDefaultSideEffects, TldrawEditor, TldrawUi, useTldrawUser } from 'tldraw';
import type { Editor, TLShape, TLUser } from 'tldraw';
import 'tldraw/tldraw.css';

import { currentLocale } from '../../../i18n/language.ts';
import { useT } from '../../../i18n/translate.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { usePictureTheme } from '../../../lib/use-picture-theme.ts';
import { showToast } from '../../../ui/show-toast.tsx';
import { useBoard } from '../board-context.ts';
import type { BoardPlace } from '../board-context.ts';
import { tellRefused } from '../board-moments.tsx';
import { hangPictures } from '../pictures/hang-picture.ts';
import { placeFor } from '../pictures/picture-place.ts';
import { tellRefusedPictures } from '../pictures/tell-refused-pictures.ts';
import styles from './board-editor.module.css';
import { guardGroups } from './board-groups.ts';
import { paintBoardTheme } from './board-theme.ts';
import { editorAssets } from './editor-assets.ts';
import { editorComponents } from './editor-components.ts';
import { editorOverrides } from './editor-overrides.ts';
import { lockOthers } from './lock-others.ts';
import { putPages } from './put-pages.ts';
import { refuseForeignContent } from './refuse-foreign-content.ts';
import { showWholeBoard } from './show-whole-board.ts';
import { textOptions } from './text-options.ts';
import { TldrawBinding } from './tldraw-binding.ts';
import { trackPresence } from './track-presence.ts';

paintBoardTheme();

// The same objects at every render: tldraw makes a new editor when it is given a new one.
const fontAssets = { fonts: editorAssets.fonts ?? {} };

/** No font is worth waiting for: words are shown in the system's letters until theirs are here. */
const editorOptions = { maxFontsToLoadBeforeRender: 0, maxPages: 20 };

type BoardEditorProps = {
  /** The tool a person starts with. */
  readonly startWith: 'select' | 'draw';
  readonly onReady: (editor: Editor | null) => void;
};

/**
 * The board itself: tldraw's canvas tied to the session, without any of tldraw's bars. It follows the editor's store by itself: without
 * `memo` every word of the page around it (saving, saved) would have React go through thousands of shapes.
 */
export const BoardEditor = memo(function BoardEditor({ startWith, onReady }: BoardEditorProps): ReactNode {
  const t = useT();
  const place = useBoard();
  const { kit, you } = place;
  const store = useStoreWithPages(place);
  const user = useBoardUser();
  // A guest has no editor.
  const role = you.role === 'staff' ? 'staff' : 'pupil';
  const { canvas: Canvas, components } = useMemo(() => editorComponents(role), [role]);
  const overrides = useMemo(() => editorOverrides(role), [role]);
  const options = useMemo(() => ({ ...editorOptions, branding: t('board.canvas') }), [t]);
  const handleMount = useCallback(
    (editor: Editor) => {
      const onFilled = (): void => {
        showWholeBoard(editor);
        onReady(editor);
      };
      const end = tie(editor, place, { t, onFilled });
      return () => {
        onReady(null);
        end();
      };
    },
    [place, t, onReady],
  );
  return (
    <TldrawEditor
      className={styles.editor ?? ''}
      store={store}
      shapeUtils={kit.shapeUtils}
      bindingUtils={kit.bindingUtils}
      tools={kit.tools}
      components={components}
      user={user}
      options={options}
      textOptions={textOptions}
      assetUrls={fontAssets}
      initialState={startWith}
      onMount={handleMount}
      {...licence()}
    >
      <TldrawUi components={components} overrides={overrides} assetUrls={editorAssets} mediaMimeTypes={[]}>
        <Canvas />
      </TldrawUi>
    </TldrawEditor>
  );
});

function useStoreWithPages({ kit, session, guard }: BoardPlace): BoardPlace['kit']['store'] {
  const [store] = useState(() => {
    putPages(kit.store, session.records.values(), guard);
    return kit.store;
  });
  return store;
}

/** tldraw's settings: ours, and none of its own that outlast the page. */
function useBoardUser(): TLUser {
  const colorScheme = usePictureTheme();
  useT();
  const locale = currentLocale();
  const userPreferences = useMemo(() => ({ id: 'reader', colorScheme, locale }), [colorScheme, locale]);
  return useTldrawUser({ userPreferences, setUserPreferences: ignore });
}

function ignore(): void {}

/** A school that has tldraw's licence key hands it on at run time. */
function licence(): { licenseKey?: string } {
  const licenseKey = document.querySelector<HTMLMetaElement>('meta[name="tldraw-license-key"]')?.content ?? '';
  return licenseKey === '' ? {} : { licenseKey };
}

type TieParts = {
  readonly t: Translate;
  /** Everything that the board has is on the screen. */
  readonly onFilled: () => void;
};

/** Ties an editor to its board. The answer unties it. */
function tie(editor: Editor, place: BoardPlace, { t, onFilled }: TieParts): () => void {
  const { session, guard, rights, skipped, pictures, you } = place;
  const onRefused = (work: readonly RefusedWork[]): void => tellRefused(work, t);
  const onSkipped = (count: number): void => skipped.leftOut(count);
  const binding = new TldrawBinding({ editor, session, guard, rights, onRefused, onSkipped, onFilled });
  const onForeign = (): void => showToast({ tone: 'problem', text: t('board.foreign') }, 'foreign');
  refuseForeignContent(editor, {
    onRefused: onForeign,
    onFiles: (files, point) =>
      void pictures.take(files, placeFor(editor, point)).then((codes) => tellRefusedPictures(codes, t)),
  });
  const tellOwner = (shape: TLShape): void => {
    const author = session.authors.value.get(session.stampOf(shape.id)?.by ?? '');
    if (author) showToast({ tone: 'note', text: t('board.belongsTo', { name: author.label }) }, 'not-yours');
  };
  const onForeignGroup = (): void => showToast({ tone: 'note', text: t('board.ownGroup') }, 'group');
  const ends = [
    registerDefaultSideEffects(editor),
    guardGroups({ editor, guard, rights, onRefused: onForeignGroup }),
    binding.start(),
    pictures.outbox.start(hangPictures({ editor, session, guard })),
    trackPresence(editor, (message) => session.point(message)),
    ...(you.role === 'pupil' ? [lockOthers(editor, rights, tellOwner)] : []),
  ];
  return () => ends.forEach((end) => end());
}
