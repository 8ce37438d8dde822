import { ArrowRight, Handshake } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { paths } from '../../../app/paths.ts';
import { useT } from '../../../i18n/translate.ts';
import styles from './first-look-link.module.css';
import { useLooks } from './look-api.ts';

/** The way to what other schools let out, with how much of it waits; nothing where the school does not look first. */
export function FirstLookLink({ boardId }: { readonly boardId: string }): ReactNode {
  const t = useT();
  const { data } = useLooks(boardId, 'waiting');
  if (data?.isOn !== true) return null;
  return (
    <Link href={paths.firstLook(boardId)} className={styles.link}>
      <Handshake aria-hidden />
      <span>{t('look.link', { count: data.items.length })}</span>
      <ArrowRight aria-hidden className={styles.arrow} />
    </Link>
  );
}
