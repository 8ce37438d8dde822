import * as z from 'zod/mini';
import { charterAct, charterChange } from '../model/charter.ts';
import { entityId } from '../model/ids.ts';
import { schoolBrief } from '../model/people.ts';
import { schoolRules } from '../model/school-rules.ts';
import { endpoint } from './endpoint.ts';

/** A school under a charter: who it is, what languages it speaks, and its own rules there. */
export const partner = z.extend(schoolBrief, { languages: z.array(z.string()), rules: schoolRules });

/** A partnership in the list of a school's own. `waiting` counts proposals and schools that wait for this school. */
export const partnershipLine = z.object({
  id: entityId,
  title: z.string(),
  schools: z.array(schoolBrief),
  since: z.number(),
  waiting: z.int(),
});
export type PartnershipLine = z.infer<typeof partnershipLine>;

const { names, check, photos, families, keepMonths } = schoolRules.shape;
const schoolIds = z.array(entityId);

/** What a charter comes to: the strictest value of each line and whose it is. It is open while it is at each of `hours`. */
export const charterHolds = z.object({
  names,
  check,
  photos,
  families,
  keepMonths,
  hours: z.array(z.object({ school: entityId, timeZone: z.string(), from: z.int(), to: z.int() })),
  setBy: z.object({
    names: schoolIds,
    check: schoolIds,
    photos: schoolIds,
    hours: schoolIds,
    families: schoolIds,
    keepMonths: schoolIds,
  }),
});
export type CharterHolds = z.infer<typeof charterHolds>;

/** Somebody of a school's staff, by name. */
const signatory = z.object({ school: entityId, name: z.string() });

/** A charter as staff of one of its schools read it. */
export const charterPage = z.object({
  id: entityId,
  title: z.string(),
  since: z.number(),
  /** In the order in which they came in. */
  schools: z.array(partner),
  /** Schools that were in it once, by name in its history. */
  former: z.array(schoolBrief),
  /** On how many boards of it the own school is. */
  boards: z.int(),
  /** Whether the reader may change the own school's column. */
  mayChange: z.boolean(),
  holds: charterHolds,
  proposals: z.array(
    z.object({
      id: entityId,
      by: signatory,
      at: z.number(),
      change: charterChange,
      /** Whose agreement it still needs: somebody of each such school who can give it. */
      needs: z.array(signatory),
    }),
  ),
  /** Schools that were asked in and are not in yet; empty for whoever may not change anything. */
  invitations: z.array(
    z.object({
      id: entityId,
      by: signatory,
      expiresAt: z.number(),
      /** Who signed by the link, and for whom; null while nobody has. */
      signed: z.nullable(z.object({ school: partner, name: z.string(), at: z.number() })),
      /** Schools that have not said yet that it is the one they meant. */
      needs: z.array(entityId),
    }),
  ),
  /** Newest first. */
  history: z.array(
    z.object({
      at: z.number(),
      by: signatory,
      act: charterAct,
      change: z.nullable(charterChange),
      before: z.nullable(charterChange),
    }),
  ),
});
export type CharterPage = z.infer<typeof charterPage>;

export const getPartnerships = endpoint({
  method: 'GET',
  path: '/api/partnerships',
  action: 'read charters',
  status: 200,
  summary: "Lists the own school's partnerships.",
  answer: z.object({ partnerships: z.array(partnershipLine) }),
});

export const getCharter = endpoint({
  method: 'GET',
  path: '/api/partnerships/:partnership',
  action: 'read charters',
  status: 200,
  summary:
    'The charter of a partnership: what each school has set, what holds, what is proposed and what has happened.',
  answer: charterPage,
});

export const postCharterLine = endpoint({
  method: 'POST',
  path: '/api/partnerships/:partnership/lines',
  action: 'change a charter',
  status: 200,
  summary: "Sets a line of the own school's: at once where it is stricter, else as a proposal to the other schools.",
  body: charterChange,
  answer: charterPage,
});

export const postProposalAnswer = endpoint({
  method: 'POST',
  path: '/api/partnerships/:partnership/proposals/:proposal',
  action: 'change a charter',
  status: 200,
  summary: "Agrees to another school's proposal or refuses it, or withdraws one of the own school's.",
  body: z.object({ answer: z.enum(['agree', 'refuse', 'withdraw']) }),
  answer: charterPage,
});

export const postLeavePartnership = endpoint({
  method: 'POST',
  path: '/api/partnerships/:partnership/leave',
  action: 'change a charter',
  status: 200,
  summary:
    "Takes the own school out of a partnership, with its pupils' work: each board of it goes on without that, and the school gets one of its own.",
  answer: z.object({ partnerships: z.array(partnershipLine) }),
});
