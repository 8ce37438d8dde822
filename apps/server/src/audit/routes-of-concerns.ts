import {
  getConcern,
  getConcernDrawing,
  getConcernEvidence,
  getConcernExport,
  postBreach,
  postConcern,
  postConcernStep,
  postGuestConcern,
  type AuditAct,
  type ConcernStep,
} from '@bridgeboard/protocol';

import { told, untold, type AuditedRoute, type Told } from './route-rule.ts';

const actOf = {
  take: 'concern.take',
  note: 'concern.note',
  hand: 'concern.hand',
  close: 'concern.close',
  reopen: 'concern.reopen',
  hold: 'concern.hold',
  'let-back': 'concern.let-back',
  picture: 'concern.picture',
} as const satisfies Record<ConcernStep['step'], AuditAct>;

function about(act: AuditAct, concern: string): Told {
  return { act, subjects: [{ kind: 'concern', id: concern }] };
}

/** What a step came to, in a word. Holding is named by itself, so that it is found (SG-24). */
function stepTold(step: ConcernStep, concern: string): Told {
  if (step.step === 'hold' && !step.isOn) return about('concern.release', concern);
  const line = about(actOf[step.step], concern);
  if (step.step === 'picture') return { ...line, detail: step.to };
  return step.step === 'close' ? { ...line, detail: step.outcome } : line;
}

/** Reports of concern and breaches: making a report, each look at one, and each step. Only who looks after a report is told of its lines (AU7). */
export const routesOfConcerns: readonly AuditedRoute[] = [
  told(postConcern, { acts: ['concern.make'], tell: ({ body }) => about('concern.make', body.id) }),
  untold(postGuestConcern, 'The log of reports has it; nobody is signed in who could stand in this one.'),
  told(getConcern, { acts: ['concern.view'], opens: true, tell: ({ ids }) => about('concern.view', ids.concern) }),
  told(getConcernEvidence, {
    acts: ['concern.evidence'],
    opens: true,
    tell: ({ ids }) => about('concern.evidence', ids.concern),
  }),
  told(getConcernDrawing, {
    acts: ['concern.evidence'],
    opens: true,
    tell: ({ ids }) => about('concern.evidence', ids.concern),
  }),
  told(getConcernExport, {
    acts: ['concern.export'],
    opens: true,
    tell: ({ ids }) => about('concern.export', ids.concern),
  }),
  told(postBreach, {
    acts: ['breach.look'],
    opens: true,
    // Whose account it was is not said: all staff read the log, whoever has the account among them.
    tell: ({ body: { of }, answer }) => {
      if (answer.state === 'looking') return null;
      return { act: 'breach.look', detail: of.kind, ...(of.kind === 'board' ? { board: of.id } : {}) };
    },
  }),
  told(postConcernStep, {
    acts: [...Object.values(actOf), 'concern.release'],
    tell: ({ ids, body }) => stepTold(body, ids.concern),
  }),
];
