import { getPupilFile } from '@bridgeboard/protocol';
import type { ClassView } from '@bridgeboard/protocol';
import { Download, EllipsisVertical, KeyRound, Pencil, Trash2, UserCheck, UserX } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { fillPath } from '../../lib/api-client.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { classLimits } from '@bridgeboard/domain';
import { useForgetPin, useRemovePupil, useRenamePupil, useSuspendPupil } from './classes-api.ts';
import { NameForm } from './name-form.tsx';
import { Question } from './question.tsx';

type Pupil = ClassView['pupils'][number];

/** The pupils of a class, each with what can be done for them. */
export function PupilRows({ schoolClass }: { readonly schoolClass: ClassView }): ReactNode {
  if (schoolClass.pupils.length === 0) return null;
  return (
    <RowList labelledBy="pupils-title">
      {schoolClass.pupils.map((pupil) => (
        <PupilRow key={pupil.id} classId={schoolClass.id} pupil={pupil} />
      ))}
    </RowList>
  );
}

function PupilRow({ classId, pupil }: { readonly classId: string; readonly pupil: Pupil }): ReactNode {
  const t = useT();
  const [asked, setAsked] = useState<'name' | 'removal' | null>(null);
  const forgetPin = useForgetPin(classId);
  const removePupil = useRemovePupil(classId);
  const keepOff = useKeepOff(classId, pupil);
  const { id, name, hasPin, suspended } = pupil;
  const onError = (error: Error): void => showToast({ tone: 'problem', text: describeFailure(error, t) });
  const tell = (text: string) => ({ onSuccess: () => showToast({ text }), onError });
  const rename = { id: 'rename', label: t('classes.pupil.rename'), icon: Pencil, onSelect: () => setAsked('name') };
  const forget = {
    id: 'forget',
    label: t('classes.pupil.forgetPin'),
    note: t('classes.pupil.forgetPinNote'),
    icon: KeyRound,
    disabled: !hasPin,
    onSelect: () => forgetPin.mutate(id, tell(t('classes.pupil.pinForgotten', { name }))),
  };
  const file = {
    id: 'file',
    label: t('classes.pupil.file'),
    note: t('classes.pupil.fileNote'),
    icon: Download,
    onSelect: () => window.location.assign(fillPath(getPupilFile.path, { class: classId, pupil: id })),
  };
  const remove = {
    id: 'remove',
    label: t('classes.pupil.remove'),
    icon: Trash2,
    danger: true,
    onSelect: () => setAsked('removal'),
  };
  return (
    <Row
      title={<bdi>{name}</bdi>}
      detail={suspended ? t('classes.pupil.suspended') : t(hasPin ? 'classes.pupil.hasPin' : 'classes.pupil.noPin')}
      end={
        <>
          <Menu
            groups={[[rename, forget, file], [keepOff], [remove]]}
            trigger={<IconButton icon={EllipsisVertical} label={t('classes.pupil.more', { name })} />}
          />
          {asked === 'name' && <RenamePupil classId={classId} pupil={pupil} onDone={() => setAsked(null)} />}
          {asked === 'removal' && (
            <Question
              title={t('classes.pupil.removeTitle', { name })}
              text={t('classes.pupil.removeText', { name })}
              action={t('classes.pupil.removeDo')}
              keep={t('classes.pupil.keep')}
              isDanger
              onKeep={() => setAsked(null)}
              onDo={() => removePupil.mutate(id, tell(t('classes.pupil.removed', { name })))}
            />
          )}
        </>
      }
    />
  );
}

/** The line of the menu that keeps a pupil off all boards, or lets them come again. */
function useKeepOff(classId: string, { id, name, suspended }: Pupil): MenuItem {
  const t = useT();
  const suspend = useSuspendPupil(classId);
  return {
    id: 'suspend',
    label: t(suspended ? 'classes.pupil.letCome' : 'classes.pupil.keepOff'),
    note: t(suspended ? 'classes.pupil.letComeNote' : 'classes.pupil.keepOffNote'),
    icon: suspended ? UserCheck : UserX,
    onSelect: () =>
      suspend.mutate(
        { pupil: id, suspended: !suspended },
        {
          onSuccess: () =>
            showToast({ text: t(suspended ? 'classes.pupil.canCome' : 'classes.pupil.isOff', { name }) }),
          onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }),
        },
      ),
  };
}

type RenamePupilProps = { readonly classId: string; readonly pupil: Pupil; readonly onDone: () => void };

function RenamePupil({ classId, pupil, onDone }: RenamePupilProps): ReactNode {
  const t = useT();
  const rename = useRenamePupil(classId);
  return (
    <Dialog title={t('classes.pupil.renameTitle', { name: pupil.name })} onClose={onDone}>
      <NameForm
        label={t('classes.pupilName')}
        hint={t('classes.pupilHint')}
        value={pupil.name}
        maxLength={classLimits.nickname}
        action={t('classes.renameDo')}
        emptyProblem={t('error.NAME_EMPTY')}
        isPending={rename.isPending}
        error={rename.error}
        onName={(name) => rename.mutate({ pupil: pupil.id, name }, { onSuccess: onDone })}
      />
    </Dialog>
  );
}
