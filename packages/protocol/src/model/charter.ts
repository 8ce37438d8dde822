import * as z from 'zod/mini';
import { entityId } from './ids.ts';
import { schoolRules } from './school-rules.ts';

const { names, check, photos, hours, families, keepMonths } = schoolRules.shape;

/** One line of a charter with a value for it. */
export const charterChange = z.discriminatedUnion('line', [
  z.object({ line: z.literal('names'), value: names }),
  z.object({ line: z.literal('check'), value: check }),
  z.object({ line: z.literal('photos'), value: photos }),
  z.object({ line: z.literal('hours'), value: hours }),
  z.object({ line: z.literal('families'), value: families }),
  z.object({ line: z.literal('keepMonths'), value: keepMonths }),
]);
export type CharterChange = z.infer<typeof charterChange>;

export const charterLine = z.enum(['names', 'check', 'photos', 'hours', 'families', 'keepMonths']);
export type CharterLine = z.infer<typeof charterLine>;

/** The rules that one school has put under a charter. */
export const signedRules = z.object({ school: entityId, rules: schoolRules });
export type SignedRules = z.infer<typeof signedRules>;

/** A school wants to loosen a line; it waits until every other school has agreed. */
export const charterProposal = z.object({
  id: entityId,
  school: entityId,
  /** The member of staff who proposes it. */
  by: entityId,
  at: z.number(),
  change: charterChange,
  /** Other schools that have agreed so far. */
  agreed: z.array(entityId),
});
export type CharterProposal = z.infer<typeof charterProposal>;

/**
 * A way for one more school to come in: a link of one use. Who opens it signs, and comes in once every school that is in the
 * partnership by then has confirmed that it is the one they meant.
 */
export const charterInvitation = z.object({
  id: entityId,
  /** SHA-256 of the link's secret. */
  hash: z.string(),
  school: entityId,
  by: entityId,
  at: z.number(),
  expiresAt: z.number(),
  signed: z.nullable(z.object({ school: entityId, by: entityId, at: z.number(), rules: schoolRules })),
  confirmed: z.array(entityId),
});
export type CharterInvitation = z.infer<typeof charterInvitation>;

/** What happened to a charter: a change holds (`tightened`, `loosened`), or somebody said something about one. */
export const charterAct = z.enum([
  'signed',
  'tightened',
  'proposed',
  'agreed',
  'loosened',
  'refused',
  'withdrawn',
  'left',
]);
export type CharterAct = z.infer<typeof charterAct>;

/** A line of a charter's history; nothing ever changes one. */
export const charterEvent = z.object({
  at: z.number(),
  school: entityId,
  by: entityId,
  act: charterAct,
  change: z.nullable(charterChange),
  /** What the school's own value was. */
  before: z.nullable(charterChange),
});
export type CharterEvent = z.infer<typeof charterEvent>;
