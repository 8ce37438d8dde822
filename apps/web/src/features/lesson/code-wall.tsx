import type { Door } from '@bridgeboard/protocol';
import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { bareCode, writeCode } from '../../front-door/class-code-text.ts';
import { useT } from '../../i18n/translate.ts';
import { useNow } from '../../lib/use-now.ts';
import { Brand } from '../../ui/brand.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './code-wall.module.css';
import { QrCode } from '../../ui/qr-code.tsx';

type CodeWallProps = {
  readonly door: Door;
  /** The button that opens it. */
  readonly trigger: ReactElement;
};

/** The class code across the whole screen, to be read from the back of the room. */
export function CodeWall({ door, trigger }: CodeWallProps): ReactNode {
  const t = useT();
  return (
    <Dialog.Root>
      <Dialog.Trigger asChild>{trigger}</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Content className={styles.wall} aria-describedby={undefined}>
          <div className={styles.top}>
            <Brand />
            <Dialog.Close asChild>
              <Button look="plain" size="touch" icon={X}>
                {t('app.close')}
              </Button>
            </Dialog.Close>
          </div>
          <WallCode door={door} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function WallCode({ door }: { readonly door: Door }): ReactNode {
  const t = useT();
  const now = useNow(10_000);
  const [chosen, setChosen] = useState('');
  const schoolClass = door.classes.find(({ id }) => id === chosen) ?? door.classes[0];
  if (schoolClass === undefined) return <Dialog.Title>{t('door.noClass')}</Dialog.Title>;
  const minutes = Math.max(0, Math.ceil((door.openUntil - now) / 60_000));
  return (
    <div className={styles.middle}>
      {door.classes.length > 1 && (
        <div className={styles.classes}>
          {door.classes.map(({ id, name }) => (
            <Chip key={id} aria-pressed={id === schoolClass.id} onClick={() => setChosen(id)}>
              {name}
            </Chip>
          ))}
        </div>
      )}
      <Dialog.Title className={styles.title}>{t('door.wallTitle', { class: schoolClass.name })}</Dialog.Title>
      <div className={styles.ways}>
        <div className={styles.typed}>
          <p className={styles.address} dir="ltr">
            {location.host}
          </p>
          <p
            className={styles.code}
            dir="ltr"
            aria-label={t('door.codeSpelled', { code: [...bareCode(schoolClass.code)].join(' ') })}
          >
            {writeCode(schoolClass.code)}
          </p>
        </div>
        <div className={styles.qr}>
          <QrCode text={`${location.origin}/join#${bareCode(schoolClass.code)}`} label={t('door.qr')} />
        </div>
      </div>
      <p role="status" className={styles.counts}>
        {t('door.wallCounts', { waiting: door.waiting.length, inside: door.inside.length })}
        {' · '}
        {minutes > 0 ? t('door.minutesLeft', { count: minutes }) : t('door.shut')}
      </p>
    </div>
  );
}
