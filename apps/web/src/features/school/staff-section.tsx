import type { OwnSchool } from '@bridgeboard/protocol';
import { ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { InvitationRow } from './invitation-row.tsx';
import { Invite } from './invite.tsx';
import styles from './school.module.css';
import { StaffRow } from './staff-row.tsx';

type StaffSectionProps = {
  readonly own: OwnSchool;
  /** Who looks at it. */
  readonly me: string;
  readonly mayChange: boolean;
};

/** Who works here and as what, and who is invited. */
export function StaffSection({ own, me, mayChange }: StaffSectionProps): ReactNode {
  const t = useT();
  const hasLead = own.staff.some(({ roles }) => roles.includes('lead'));
  const staff = own.staff.toSorted((one, other) => one.name.localeCompare(other.name));
  return (
    <>
      <Section
        id="school-staff"
        title={t('school.staff')}
        lead={t(mayChange ? 'school.staffLead' : 'school.staffLeadReading')}
        end={mayChange ? <Invite /> : undefined}
      >
        {!hasLead && (
          <p className={styles.notice}>
            <ShieldAlert aria-hidden /> {t(mayChange ? 'school.noLead' : 'school.noLeadReading')}
          </p>
        )}
        <RowList labelledBy="school-staff">
          {staff.map((member) => (
            <StaffRow key={member.id} member={member} isMe={member.id === me} mayChange={mayChange} />
          ))}
        </RowList>
      </Section>
      {own.invitations.length > 0 && (
        <Section id="school-invitations" title={t('school.invitations')}>
          <RowList labelledBy="school-invitations">
            {own.invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} zone={own.school.timeZone} />
            ))}
          </RowList>
        </Section>
      )}
    </>
  );
}
