import {
  postCharterLine,
  postLeavePartnership,
  postPartnership,
  postProposalAnswer,
  postReadPartnershipInvitation,
  postSchoolInvitation,
  postSchoolInvitationAnswer,
  postSetUpPartner,
  postSignPartnership,
  type AuditAct,
  type AuditSubject,
  type CharterPage,
} from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { told, untold, type AuditedRoute } from './route-rule.ts';

/** Who reads a line, and what it is about. */
interface Scope {
  readonly schools: readonly string[];
  readonly subjects: readonly AuditSubject[];
}

/** What a partnership's schools read: a charter's lines are known to all of them. */
function ofCharter({ id, schools }: CharterPage): Scope {
  return { schools: schools.map((school) => school.id), subjects: [{ kind: 'partnership', id }] };
}

/** The schools that a partnership has, and itself. */
async function ofPartnership({ directory }: Storage, id: string): Promise<Scope> {
  const schools = (await directory.partnership(id))?.schools ?? [];
  return { schools, subjects: [{ kind: 'partnership', id }] };
}

/** Charters of partnerships. */
export const routesOfPartnerships: readonly AuditedRoute[] = [
  told(postCharterLine, {
    acts: ['partnership.propose', 'partnership.tighten'],
    tell: ({ answer, body, session }) => {
      // A change that tightens holds at once; one that loosens is among the proposals now.
      const isProposal = answer.proposals.some(
        ({ by, change }) => by.school === session.person.school && change.line === body.line,
      );
      const act: AuditAct = isProposal ? 'partnership.propose' : 'partnership.tighten';
      return { act, ...ofCharter(answer), detail: body.line.toLowerCase() };
    },
  }),
  told(postProposalAnswer, {
    acts: ['partnership.agree', 'partnership.refuse', 'partnership.withdraw'],
    opens: true,
    tell: ({ answer, body }) => ({ act: `partnership.${body.answer}`, ...ofCharter(answer) }),
  }),
  told(postLeavePartnership, {
    acts: ['partnership.leave'],
    tell: async ({ ids, session }, storage) => {
      const { schools, subjects } = await ofPartnership(storage, ids.partnership);
      return { act: 'partnership.leave', schools: [session.person.school, ...schools], subjects };
    },
  }),
  told(postPartnership, {
    acts: ['partnership.begin'],
    opens: true,
    tell: ({ answer }) => ({ act: 'partnership.begin', ...ofCharter(answer) }),
  }),
  told(postSchoolInvitation, {
    acts: ['partnership.invite'],
    opens: true,
    tell: async ({ answer, ids }, storage) => {
      const { schools, subjects } = await ofPartnership(storage, ids.partnership);
      return { act: 'partnership.invite', schools, subjects: [...subjects, { kind: 'invitation', id: answer.id }] };
    },
  }),
  told(postSchoolInvitationAnswer, {
    acts: ['partnership.confirm', 'partnership.uninvite'],
    opens: true,
    tell: ({ answer, body, ids }) => {
      const act: AuditAct = body.answer === 'confirm' ? 'partnership.confirm' : 'partnership.uninvite';
      const { schools, subjects } = ofCharter(answer);
      return { act, schools, subjects: [...subjects, { kind: 'invitation', id: ids.invitation }] };
    },
  }),
  untold(postReadPartnershipInvitation, 'It says who asks to whoever has the link; signing has a line.'),
  told(postSignPartnership, {
    acts: ['partnership.sign'],
    opens: true,
    tell: async ({ answer, session }, storage) => {
      const { schools, subjects } = await ofPartnership(storage, answer.partnership);
      return { act: 'partnership.sign', schools: [session.person.school, ...schools], subjects };
    },
  }),
  told(postSetUpPartner, {
    acts: ['school.found'],
    opens: true,
    tell: async ({ answer, network }, storage) => {
      const { schools, subjects } = await ofPartnership(storage, answer.partnership);
      const found = { kind: 'school' as const, id: answer.school };
      return { act: 'school.found', schools: [answer.school, ...schools], subjects: [found, ...subjects], network };
    },
  }),
];
