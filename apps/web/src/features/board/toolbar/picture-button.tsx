import { Image } from 'lucide-react';
import { useRef } from 'react';
import type { ChangeEvent, ReactNode } from 'react';
import type { Editor } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useBoard } from '../board-context.ts';
import { placeFor } from '../pictures/picture-place.ts';
import { pictureTypes } from '../pictures/shrink-picture.ts';
import { tellRefusedPictures } from '../pictures/tell-refused-pictures.ts';

type PictureButtonProps = { readonly editor: Editor; readonly withWord: boolean };

/** Adds pictures from the device; on a phone or tablet its own chooser offers the camera too. */
export function PictureButton({ editor, withWord }: PictureButtonProps): ReactNode {
  const t = useT();
  const { pictures } = useBoard();
  const chooser = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])];
    // The same file chosen again is a choice again.
    event.target.value = '';
    void pictures.take(files, placeFor(editor)).then((refused) => tellRefusedPictures(refused, t));
  };
  const shared = { icon: Image, onClick: () => chooser.current?.click() };
  return (
    <>
      {withWord ? (
        <Button look="plain" size="touch" stacked {...shared}>
          {t('board.tool.picture')}
        </Button>
      ) : (
        <IconButton {...shared} label={t('board.tool.picture')} />
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept={pictureTypes.join(',')}
        aria-label={t('board.tool.picture')}
        onChange={choose}
      />
    </>
  );
}
