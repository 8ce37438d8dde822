import type { ReactNode } from 'react';

import { Notice } from '../../features/notice/notice.tsx';
import { useMe } from '../../features/sign-in/sign-in-api.ts';
import { useT } from '../../i18n/translate.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { Brand } from '../../ui/brand.tsx';
import { Button } from '../../ui/button.tsx';
import { LanguagePicker } from '../../ui/language-picker.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ArrowLeft } from 'lucide-react';
import styles from './notice-page.module.css';

/** What Bridgeboard keeps of children, for whoever reads it: nobody has to be signed in. */
export function NoticePage(): ReactNode {
  const t = useT();
  useDocumentTitle(t('notice.title'));
  const me = useMe();
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Brand />
        <LanguagePicker />
      </header>
      {me.isPending ? <Loading /> : <Notice ages={me.data?.ages ?? '8-11'} />}
      <footer className={styles.foot}>
        <Button icon={ArrowLeft} size="touch" onClick={() => history.back()}>
          {t('app.back')}
        </Button>
      </footer>
    </div>
  );
}
