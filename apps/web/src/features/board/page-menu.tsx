import { ChevronDown, FilePlus, FileText, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useValue } from 'tldraw';
import type { Editor } from 'tldraw';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './page-menu.module.css';
import { pageName } from './page-name.ts';

type PageMenuProps = {
  readonly editor: Editor;
  /** Staff make, name and delete pages; pupils turn them. */
  readonly mayChange: boolean;
  /** Lines that lead into the past, and bring deleted pages back. */
  readonly restores?: readonly MenuItem[];
  readonly onOpenChange?: (isOpen: boolean) => void;
};

/** Which page is open, and the others. */
export function PageMenu({ editor, mayChange, restores = [], onOpenChange }: PageMenuProps): ReactNode {
  const t = useT();
  const [isNaming, setIsNaming] = useState(false);
  const pages = useValue('pages', () => editor.getPages(), [editor]);
  const current = useValue('page', () => editor.getCurrentPage(), [editor]);
  const number = pages.findIndex(({ id }) => id === current.id) + 1;
  if (!mayChange && pages.length < 2) return null;
  if (isNaming) return <PageName editor={editor} onDone={() => setIsNaming(false)} />;
  const turns = pages.map((page): MenuItem => ({
    id: page.id,
    label: pageName(page.name, t),
    icon: FileText,
    checked: page.id === current.id,
    onSelect: () => editor.setCurrentPage(page.id),
  }));
  const changes: MenuItem[] = [
    {
      id: 'add',
      label: t('board.page.add'),
      icon: FilePlus,
      onSelect: () => addPage(editor, t('board.page.name', { number: pages.length + 1 })),
    },
    { id: 'name', label: t('board.page.rename'), icon: Pencil, onSelect: () => setIsNaming(true) },
    {
      id: 'delete',
      label: t('board.page.delete'),
      icon: Trash2,
      danger: true,
      disabled: pages.length < 2,
      onSelect: () => deletePage(editor),
    },
  ];
  return (
    <Menu
      align="start"
      groups={[turns, ...(mayChange ? [changes] : []), ...(restores.length > 0 ? [restores] : [])]}
      onOpenChange={onOpenChange}
      trigger={
        <Button look="plain" after={<ChevronDown aria-hidden />}>
          <VisuallyHidden where="phone">{t('board.page.of', { number, count: pages.length })}</VisuallyHidden>
          <span aria-hidden className={styles.short}>{`${number} / ${pages.length}`}</span>
        </Button>
      }
    />
  );
}

function addPage(editor: Editor, name: string): void {
  editor.markHistoryStoppingPoint('add page');
  editor.createPage({ name });
  const made = editor.getPages().at(-1);
  if (made) editor.setCurrentPage(made.id);
}

function deletePage(editor: Editor): void {
  editor.markHistoryStoppingPoint('delete page');
  editor.deletePage(editor.getCurrentPageId());
}

function PageName({ editor, onDone }: { readonly editor: Editor; readonly onDone: () => void }): ReactNode {
  const t = useT();
  const page = editor.getCurrentPage();
  function rename(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (name !== '') editor.renamePage(page.id, name);
    onDone();
  }
  return (
    <form onSubmit={rename}>
      <input
        ref={(input) => input?.select()}
        className={styles.input}
        aria-label={t('board.page.rename')}
        name="name"
        defaultValue={page.name}
        maxLength={60}
        dir="auto"
        onBlur={(event) => event.currentTarget.form?.requestSubmit()}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      />
    </form>
  );
}
