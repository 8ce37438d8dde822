import * as z from 'zod/mini';
import { entityId } from '../model/ids.ts';
import { endpoint } from './endpoint.ts';
import { charterPage, partner } from './partnerships.ts';
import { postSetUp } from './schools.ts';

export const postPartnership = endpoint({
  method: 'POST',
  path: '/api/partnerships',
  action: 'change a charter',
  status: 201,
  summary: 'Begins a partnership, which the own school alone is in until others have come in by a link.',
  body: z.object({ title: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)) }),
  answer: charterPage,
});

export const postSchoolInvitation = endpoint({
  method: 'POST',
  path: '/api/partnerships/:partnership/invitations',
  action: 'change a charter',
  status: 201,
  summary: 'Asks one more school into a partnership; the answer alone holds the secret of the link.',
  answer: z.object({ id: entityId, expiresAt: z.number(), token: z.string() }),
});

export const postSchoolInvitationAnswer = endpoint({
  method: 'POST',
  path: '/api/partnerships/:partnership/invitations/:invitation',
  action: 'change a charter',
  status: 200,
  summary: 'Says that the school that has signed is the one that was meant, or takes the invitation back.',
  body: z.object({ answer: z.enum(['confirm', 'withdraw']) }),
  answer: charterPage,
});

const token = z.string().check(z.maxLength(100));

/** What somebody who was asked in reads before they sign: who asks, and each school's rules. */
export const partnershipOffer = z.object({ title: z.string(), schools: z.array(partner) });
export type PartnershipOffer = z.infer<typeof partnershipOffer>;

export const postReadPartnershipInvitation = endpoint({
  method: 'POST',
  path: '/api/partnership-invitation/read',
  action: 'take an invitation',
  status: 200,
  summary: "Says which schools ask by a partnership's link and under what rules, without taking it.",
  body: z.object({ token }),
  answer: partnershipOffer,
});

export const postSignPartnership = endpoint({
  method: 'POST',
  path: '/api/partnership-invitation/sign',
  action: 'change a charter',
  status: 200,
  summary:
    'Signs a charter for the own school with its own rules; it comes in once every school there has confirmed it.',
  body: z.object({ token }),
  answer: z.object({ partnership: entityId }),
});

export const postSetUpPartner = endpoint({
  method: 'POST',
  path: '/api/partnership-invitation/set-up',
  action: 'take an invitation',
  status: 201,
  summary:
    'Sets up a school that is not here yet with its first administrator, who is signed in, and signs the charter; the link stands in for the set-up code.',
  body: z.extend(z.pick(postSetUp.body, { school: true, administrator: true }), { token }),
  answer: z.object({ school: entityId, partnership: entityId }),
});
