import type { OwnSchool } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Notice } from '../../ui/notice.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { InvitationRow } from './invitation-row.tsx';
import { Invite } from './invite.tsx';
import { lacksFactor } from './lacks-factor.ts';
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
        {!hasLead && <Notice>{t(mayChange ? 'school.noLead' : 'school.noLeadReading')}</Notice>}
        <RowList labelledBy="school-staff">
          {staff.map((member) => (
            <StaffRow
              key={member.id}
              member={member}
              isMe={member.id === me}
              mayChange={mayChange}
              lacks={lacksFactor(member, own.school.factor)}
            />
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
