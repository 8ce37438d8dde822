import type { ClassLine } from '@bridgeboard/protocol';
import { Plus, WifiOff } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { paths } from '../../app/paths.ts';
import { emptyDoorway } from '../../drawings/empty-states.ts';
import { useT } from '../../i18n/translate.ts';
import { AskAgain } from '../../lib/ask-again.tsx';
import { isOffline } from '../../lib/call-failed.ts';
import { SlowLoading } from '../../lib/slow-loading.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { useClasses, useMakeClass } from './classes-api.ts';
import styles from './classes.module.css';
import { NameForm } from './name-form.tsx';

const longestName = 40;

/** The classes of the own school. */
export function ClassList({ onMade }: { readonly onMade: (id: string) => void }): ReactNode {
  const t = useT();
  const classes = useClasses();
  return (
    <main id="main" className={styles.page}>
      <div className={styles.head}>
        <h1 id="classes-title">{t('classes.title')}</h1>
        {isOffline(classes) && (
          <Badge tone="wait" icon={WifiOff}>
            {t('trouble.offline')}
          </Badge>
        )}
        <NewClass onMade={onMade} />
      </div>
      {classes.data !== undefined && <Classes classes={classes.data} />}
      {classes.data === undefined && classes.error === null && <SlowLoading rows={4} />}
      {classes.data === undefined && classes.error !== null && (
        <AskAgain error={classes.error} onRetry={() => void classes.refetch()} />
      )}
    </main>
  );
}

function Classes({ classes }: { readonly classes: readonly ClassLine[] }): ReactNode {
  const t = useT();
  if (classes.length === 0) {
    return <EmptyState drawing={emptyDoorway} title={t('classes.none')} text={t('classes.noneText')} />;
  }
  return (
    <RowList labelledBy="classes-title">
      {classes.map(({ id, name, pupils, pin }) => (
        <Row
          key={id}
          title={
            <Link href={paths.class(id)} className={styles.link} dir="auto">
              {name}
            </Link>
          }
          detail={`${t('classes.pupils', { count: pupils })} · ${t(`classes.pin.${pin}`)}`}
        />
      ))}
    </RowList>
  );
}

function NewClass({ onMade }: { readonly onMade: (id: string) => void }): ReactNode {
  const t = useT();
  const [open, setOpen] = useState(false);
  const make = useMakeClass(({ id }) => onMade(id));
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t('classes.new')}
      trigger={
        <Button look={open ? 'quiet' : 'primary'} icon={Plus}>
          {t('classes.new')}
        </Button>
      }
    >
      <NameForm
        label={t('classes.name')}
        hint={t('classes.nameHint')}
        maxLength={longestName}
        action={t('classes.make')}
        emptyProblem={t('classes.nameProblem')}
        isPending={make.isPending}
        error={make.error}
        onName={(name) => make.mutate(name)}
      />
    </Popover>
  );
}
