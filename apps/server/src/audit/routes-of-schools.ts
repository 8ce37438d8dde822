import {
  postDeskHours,
  postEndStaff,
  postFactorRule,
  postForgetFactor,
  postInvitation,
  postOwnRules,
  postRemoveSchoolProvider,
  postSchoolProvider,
  postTrySchoolProvider,
  postReadInvitation,
  postSchoolFacts,
  postSchoolWords,
  postSetUp,
  postStaffRoles,
  postTakeInvitation,
  postTrustAfter,
  postWithdrawInvitation,
  type AuditSubject,
} from '@bridgeboard/protocol';

import { told, untold, type AuditedRoute } from './route-rule.ts';

function about(kind: AuditSubject['kind'], id: string): { readonly subjects: readonly AuditSubject[] } {
  return { subjects: [{ kind, id }] };
}

/** Schools, who works there, and the places that are offered. */
export const routesOfSchools: readonly AuditedRoute[] = [
  told(postSetUp, {
    acts: ['school.found'],
    tell: ({ answer }) => ({ act: 'school.found', schools: [answer.school], ...about('school', answer.school) }),
  }),
  told(postSchoolFacts, { acts: ['school.change'], tell: () => ({ act: 'school.change' }) }),
  told(postDeskHours, { acts: ['school.rules'], tell: () => ({ act: 'school.rules' }) }),
  told(postOwnRules, { acts: ['school.rules'], opens: true, tell: () => ({ act: 'school.rules' }) }),
  told(postSchoolWords, { acts: ['school.words'], tell: () => ({ act: 'school.words' }) }),
  told(postTrustAfter, {
    acts: ['school.trust'],
    opens: true,
    tell: ({ body }) => ({ act: 'school.trust', detail: body.after === null ? 'never' : String(body.after) }),
  }),
  told(postFactorRule, {
    acts: ['school.factor'],
    opens: true,
    tell: ({ body }) => ({ act: 'school.factor', detail: body.of }),
  }),
  told(postSchoolProvider, {
    acts: ['school.provider'],
    opens: true,
    tell: () => ({ act: 'school.provider', detail: 'set' }),
  }),
  untold(postTrySchoolProvider, 'It asks what is set already, and nothing comes of it.'),
  told(postRemoveSchoolProvider, {
    acts: ['school.provider'],
    tell: () => ({ act: 'school.provider', detail: 'removed' }),
  }),
  told(postStaffRoles, {
    acts: ['staff.roles'],
    opens: true,
    tell: ({ ids, body }) => ({ act: 'staff.roles', ...about('person', ids.person), detail: body.roles.join(',') }),
  }),
  told(postEndStaff, {
    acts: ['staff.end'],
    tell: ({ ids }) => ({ act: 'staff.end', ...about('person', ids.person) }),
  }),
  told(postForgetFactor, {
    acts: ['factor.forget'],
    opens: true,
    tell: ({ ids }) => ({ act: 'factor.forget', ...about('person', ids.person) }),
  }),
  told(postInvitation, {
    acts: ['staff.invite'],
    opens: true,
    tell: ({ answer }) => ({
      act: 'staff.invite',
      ...about('invitation', answer.id),
      detail: answer.roles.join(','),
    }),
  }),
  told(postWithdrawInvitation, {
    acts: ['staff.uninvite'],
    tell: ({ ids }) => ({ act: 'staff.uninvite', ...about('invitation', ids.invitation) }),
  }),
  untold(postReadInvitation, 'It says what is offered to whoever has the link; taking it has a line.'),
  told(postTakeInvitation, {
    acts: ['staff.join'],
    opens: true,
    tell: async ({ answer, network }, { directory }) => {
      const member = await directory.staff(answer.id);
      return member && { act: 'staff.join', by: { ...member, role: 'staff' }, detail: member.roles.join(','), network };
    },
  }),
];
