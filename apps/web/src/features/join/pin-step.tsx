import type { PinKind } from '@bridgeboard/protocol';
import { ArrowLeftRight, CircleHelp, Clock, Delete } from 'lucide-react';
import { useRef } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { firstNameOf } from '../../lib/first-name.ts';
import { useKeysWithin } from '../../lib/use-keys-within.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import type { PupilTile } from './join-api.ts';
import { JoinFrame } from './join-frame.tsx';
import { PinSlots } from './pin-slots.tsx';
import styles from './pin-step.module.css';
import { PinTiles } from './pin-tiles.tsx';
import { usePinEntry } from './use-pin-entry.ts';
import type { PinDesk } from './use-pin-entry.ts';

type PinStepProps = {
  readonly pupil: PupilTile;
  readonly kind: PinKind;
  readonly onBack: () => void;
  readonly onIn: () => void;
};

/** Four pictures or words in order say who this is. The first time the pupil chooses them, twice. */
export function PinStep({ pupil, kind, onBack, onIn }: PinStepProps): ReactNode {
  const t = useT();
  const desk = usePinEntry(pupil, onIn);
  const resting = desk.checking || desk.pauseSeconds > 0;
  const region = useRef<HTMLDivElement>(null);
  useKeysWithin(region, ({ key }) => key === 'Backspace' && desk.takeOneBack());
  return (
    <JoinFrame
      onBack={onBack}
      end={
        <Button look="plain" size="touch" icon={ArrowLeftRight} onClick={onBack}>
          {t('join.switch', { name: firstNameOf(pupil.name) })}
        </Button>
      }
      title={t('join.hello', { name: pupil.name })}
      lead={<PinLead desk={desk} kind={kind} />}
    >
      <div ref={region} className={styles.step}>
        <PinSlots taps={desk.entry.taps} kind={kind} />
        <PinTiles kind={kind} latest={desk.entry.taps.at(-1)} resting={resting} onTap={desk.tapPicture} />
        <div className={styles.foot}>
          <Popover
            label={t(`join.forgot.${kind}`)}
            align="start"
            trigger={
              <Button look="plain" size="touch" icon={CircleHelp}>
                {t(`join.forgot.${kind}`)}
              </Button>
            }
          >
            <p className={styles.help}>{t('join.forgotText')}</p>
          </Popover>
          <Button
            size="touch"
            icon={Delete}
            onClick={desk.takeOneBack}
            unavailable={desk.entry.taps.length === 0 ? t(`join.nothingToTakeBack.${kind}`) : undefined}
          >
            {t('join.takeBack')}
          </Button>
        </div>
      </div>
    </JoinFrame>
  );
}

function PinLead({ desk, kind }: { readonly desk: PinDesk; readonly kind: PinKind }): ReactNode {
  const t = useT();
  if (desk.pauseSeconds > 0) {
    return (
      <Badge tone="wait" icon={Clock}>
        {t('join.pause', { seconds: desk.pauseSeconds })}
      </Badge>
    );
  }
  if (desk.checking) return t('join.checking');
  if (desk.entry.mismatch) return <strong>{t('join.mismatch')}</strong>;
  if (desk.failure !== undefined) return <strong>{describeFailure(desk.failure, t)}</strong>;
  if (desk.entry.round === 'check') return t(`join.pinCheck.${kind}`);
  return desk.entry.round === 'choose' ? t(`join.pinChoose.${kind}`) : t('join.pinRepeat');
}
