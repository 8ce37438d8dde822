import { postCharterLine, postProposalAnswer, type AuditAct, type CharterPage } from '@bridgeboard/protocol';

import { told, type AuditedRoute, type Told } from './route-rule.ts';

/** What a partnership's schools read: a charter's lines are known to all of them. */
function ofCharter({ id, schools }: CharterPage): Pick<Told, 'schools' | 'subjects'> {
  return { schools: schools.map((school) => school.id), subjects: [{ kind: 'partnership', id }] };
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
];
