import type { OwnPasskey } from '@bridgeboard/protocol';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { formatAge, formatDate } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { knowsPasskeys } from '../../lib/ask-device.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { isolate } from '../../lib/isolate.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { AddPasskey, RemovePasskey, RenamePasskey } from './passkey-forms.tsx';

type PasskeysProps = {
  readonly passkeys: readonly OwnPasskey[];
  /** The school's own. */
  readonly zone: string;
  /** Nothing else would let their owner in if the only one were lost. */
  readonly isAlone: boolean;
};

/** Keys on devices that sign their owner in by a finger, a face or a PIN. */
export function Passkeys({ passkeys, zone, isAlone }: PasskeysProps): ReactNode {
  const t = useT();
  const [isAdding, setAdding] = useState(false);
  const add = (
    <Button icon={Plus} onClick={() => setAdding(true)}>
      {t('passkey.add')}
    </Button>
  );
  const mayAdd = knowsPasskeys() && !isAdding;
  return (
    <Section id="passkeys" title={t('passkey.title')} lead={t('passkey.lead')} end={mayAdd ? add : undefined}>
      {passkeys.length > 0 && (
        <RowList labelledBy="passkeys">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} zone={zone} />
          ))}
        </RowList>
      )}
      {passkeys.length === 0 && !isAdding && <p>{t(knowsPasskeys() ? 'passkey.none' : 'passkey.impossible')}</p>}
      {isAlone && <p>{t('passkey.alone')}</p>}
      {isAdding && <AddPasskey onDone={() => setAdding(false)} />}
    </Section>
  );
}

function PasskeyRow({ passkey, zone }: { readonly passkey: OwnPasskey; readonly zone: string }): ReactNode {
  const t = useT();
  const now = useNow(30_000);
  const [doing, setDoing] = useState<'rename' | 'remove'>();
  const done = (): void => setDoing(undefined);
  const name = isolate(passkey.name);
  const since = t('passkey.since', { day: formatDate(new Date(passkey.createdAt), zone, formatLocale()) });
  const used =
    passkey.usedAt === null ? t('passkey.unused') : t('passkey.used', { age: formatAge(now - passkey.usedAt, t) });
  return (
    <>
      <Row
        icon={KeyRound}
        title={<bdi>{passkey.name}</bdi>}
        detail={`${since} · ${used}`}
        end={
          doing === undefined ? (
            <>
              <Button onClick={() => setDoing('rename')} aria-label={t('passkey.renameOf', { name })}>
                {t('passkey.rename')}
              </Button>
              <Button onClick={() => setDoing('remove')} aria-label={t('passkey.removeOf', { name })}>
                {t('passkey.remove')}
              </Button>
            </>
          ) : undefined
        }
      />
      {doing !== undefined && (
        <li>
          {doing === 'rename' ? (
            <RenamePasskey passkey={passkey} onDone={done} />
          ) : (
            <RemovePasskey passkey={passkey} onDone={done} />
          )}
        </li>
      )}
    </>
  );
}
