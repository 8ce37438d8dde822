import {
  getCharter,
  getPartnerships,
  postCharterLine,
  postLeavePartnership,
  postProposalAnswer,
} from '@bridgeboard/protocol';

import type { Api } from '../http/call.ts';
import type { Partnerships } from './partnerships.service.ts';

/** Partnerships and their charters, for staff of their schools. */
export function mountPartnerships(api: Api, partnerships: Partnerships): void {
  api.on(getPartnerships, async ({ session }) => ({ partnerships: await partnerships.linesFor(session) }));

  api.on(getCharter, ({ session, ids }) => partnerships.pageFor(session, ids.partnership));

  api.on(postCharterLine, ({ session, ids, body }) => partnerships.setLine(session, ids.partnership, body));

  api.on(postLeavePartnership, async ({ session, ids }) => {
    await partnerships.leave(session, ids.partnership);
    return { partnerships: await partnerships.linesFor(session) };
  });

  api.on(postProposalAnswer, ({ session, ids, body }) =>
    partnerships.answer(session, ids.partnership, { kind: body.answer, proposal: ids.proposal }),
  );
}
