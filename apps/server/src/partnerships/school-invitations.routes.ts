import {
  postPartnership,
  postReadPartnershipInvitation,
  postSchoolInvitation,
  postSchoolInvitationAnswer,
  postSetUpPartner,
  postSignPartnership,
} from '@bridgeboard/protocol';
import type { Request, Response } from 'express';

import type { Api } from '../http/call.ts';
import type { SchoolInvitations } from './school-invitations.service.ts';

type SchoolWish = Pick<(typeof postSetUpPartner)['body']['_zod']['output'], 'school' | 'administrator'>;

interface InvitationParts {
  readonly invitations: SchoolInvitations<SchoolWish>;
  /** Signs in whoever has just got an account, on the device that asked for it. */
  readonly signIn: (
    account: { email: string; password: string },
    call: { request: Request; response: Response; network: string },
  ) => Promise<void>;
}

/** How partnerships begin, and how schools come into them by a link. */
export function mountSchoolInvitations(api: Api, { invitations, signIn }: InvitationParts): void {
  api.on(postPartnership, ({ session, body }) => invitations.begin(session, body.title));

  api.on(postSchoolInvitation, ({ session, ids }) => invitations.invite(session, ids.partnership));

  api.on(postSchoolInvitationAnswer, ({ session, ids, body }) =>
    invitations.answer(session, { partnership: ids.partnership, id: ids.invitation }, body.answer),
  );

  api.on(postReadPartnershipInvitation, ({ body }) => invitations.read(body.token));

  api.on(postSignPartnership, async ({ session, body }) => ({
    partnership: await invitations.sign(session, body.token),
  }));

  api.on(postSetUpPartner, async (call) => {
    const { token, ...wish } = call.body;
    const made = await invitations.setUp(token, wish);
    await signIn(wish.administrator, call);
    return made;
  });
}
