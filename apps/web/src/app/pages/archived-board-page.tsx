import { getBoardPicture } from '@bridgeboard/protocol';
import { Archive, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';

import { pinPictures } from '../../drawings/pin-pictures.ts';
import { useBringBack } from '../../features/home/home-api.ts';
import { useT } from '../../i18n/translate.ts';
import { fillPath } from '../../lib/api-client.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { usePictureTheme } from '../../lib/use-picture-theme.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { paths } from '../paths.ts';
import styles from './archived-board-page.module.css';
import { CalmPage } from './calm-page.tsx';

type ArchivedBoardProps = { readonly boardId: string; readonly onBack: () => void };

/** A board that nobody works on any more, to be looked at and to be brought back (KE1). */
export function ArchivedBoardPage({ boardId, onBack }: ArchivedBoardProps): ReactNode {
  const t = useT();
  const theme = usePictureTheme();
  const back = useBringBack(onBack);
  const source = `${fillPath(getBoardPicture.path, { board: boardId })}?theme=${theme}`;
  const bringBack = (): void =>
    back.mutate(boardId, { onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }) });
  return (
    <CalmPage drawing={pinPictures.boat} title={t('archive.pageTitle')} lead={t('archive.pageLead')}>
      <img className={styles.picture} src={source} alt={t('archive.picture')} />
      <Button look="primary" size="touch" wide icon={Undo2} onClick={bringBack}>
        {t('archive.bringBack')}
      </Button>
      <ButtonLink href={paths.home} look="plain" size="touch" wide icon={Archive}>
        {t('archive.title')}
      </ButtonLink>
    </CalmPage>
  );
}
