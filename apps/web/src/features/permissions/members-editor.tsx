import type { BoardMembers } from '@bridgeboard/protocol';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { chooseClass, choosePupil, chooseSchool } from './chosen-members.ts';
import styles from './members-editor.module.css';
import type { PermissionChanges } from './permissions-api.ts';
import { SwitchRow } from './switch-row.tsx';

type MembersEditorProps = { readonly members: BoardMembers; readonly changes: PermissionChanges };

/** Which of the own pupils take part: the whole school, or classes and single pupils. */
export function MembersEditor({ members, changes }: MembersEditorProps): ReactNode {
  const t = useT();
  const isNobody = !members.classes.some(({ pupils }) => pupils.some(({ takesPart }) => takesPart));
  return (
    <div>
      <SwitchRow
        label={t('permissions.members.whole')}
        hint={t('permissions.members.wholeHint')}
        isOn={members.isWhole}
        onChange={(isOn) => changes.members(chooseSchool(members, isOn))}
      />
      {!members.isWhole && (
        <>
          <ul role="list" aria-label={t('permissions.members.classes')} className={styles.classes}>
            {members.classes.map((one) => (
              <ClassMembers key={one.id} one={one} members={members} changes={changes} />
            ))}
          </ul>
          {isNobody && (
            <p role="status" className={styles.nobody}>
              {t('permissions.members.nobody')}
            </p>
          )}
        </>
      )}
    </div>
  );
}

type ClassMembersProps = MembersEditorProps & { readonly one: BoardMembers['classes'][number] };

function ClassMembers({ one, members, changes }: ClassMembersProps): ReactNode {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const { id, name, takesPart, pupils } = one;
  const counts = { count: pupils.filter((pupil) => pupil.takesPart).length, all: pupils.length };
  return (
    <li>
      <div className={styles.class}>
        <SwitchRow
          label={name}
          hint={t(takesPart ? 'permissions.members.all' : 'permissions.members.some', counts)}
          isOn={takesPart}
          onChange={(isOn) => changes.members(chooseClass(members, id, isOn))}
        />
        <Button
          look="plain"
          icon={isOpen ? ChevronUp : ChevronDown}
          aria-expanded={isOpen}
          aria-label={t('permissions.members.oneByOneOf', { name })}
          unavailable={pupils.length === 0 ? t('permissions.members.empty') : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('permissions.oneByOne')}
        </Button>
      </div>
      {isOpen && (
        <div role="group" aria-label={name} className={styles.pupils}>
          {pupils.map((pupil) => (
            <SwitchRow
              key={pupil.id}
              label={pupil.name}
              isOn={pupil.takesPart}
              onChange={(isOn) => changes.members(choosePupil(members, pupil.id, isOn))}
            />
          ))}
        </div>
      )}
    </li>
  );
}
