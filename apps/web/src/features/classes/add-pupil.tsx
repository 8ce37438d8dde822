import { checkNickname, classLimits, sameNickname, tidyNickname } from '@bridgeboard/domain';
import type { ClassView, ErrorCode } from '@bridgeboard/protocol';
import { UserPlus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAddPupils } from './classes-api.ts';

/** One pupil after another: the field is empty again as soon as one is kept. */
export function AddPupil({ schoolClass }: { readonly schoolClass: ClassView }): ReactNode {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const add = useAddPupils(schoolClass.id);
  const [problem, setProblem] = useState<ErrorCode>();
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('pupil') ?? '');
    const wrong = problemWith(name, schoolClass);
    setProblem(wrong);
    if (wrong === undefined && !add.isPending) add.mutate([name], { onSuccess: () => form.current?.reset() });
  }
  const failure = add.error === null ? undefined : describeFailure(add.error, t);
  return (
    <form ref={form} onSubmit={handleSubmit} noValidate>
      <TextField
        label={t('classes.pupilName')}
        hint={t('classes.pupilHint')}
        name="pupil"
        maxLength={classLimits.nickname}
        autoComplete="off"
        dir="auto"
        problem={problem === undefined ? failure : t(`error.${problem}`)}
        beside={
          <Button type="submit" icon={UserPlus} unavailable={add.isPending ? t('classes.saving') : undefined}>
            {t('classes.addPupil')}
          </Button>
        }
      />
    </form>
  );
}

/** What the server would refuse, said before anything is sent. */
function problemWith(typed: string, { pupils }: ClassView): ErrorCode | undefined {
  const name = tidyNickname(typed);
  if (pupils.some((other) => sameNickname(other.name, name))) return 'NAME_TAKEN';
  if (pupils.length >= classLimits.pupilsPerClass) return 'CLASS_FULL';
  return checkNickname(name) ?? undefined;
}
