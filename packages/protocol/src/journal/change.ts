import * as z from 'zod/mini';
import { json } from '../model/board-record.ts';
import { boardRole, reach, role } from '../model/people.ts';
import { textMark } from '../model/text-find.ts';
import { boardMode, openingHours, pupilLevel } from '../realtime/rules.ts';

const layerKey = { id: z.string(), author: z.string(), reach: z.enum(['held', 'school']) };
const fields = z.record(z.string(), json);

/**
 * The smallest steps a board can take. Replaying a journal is applying its changes in order, by the same function that
 * applied them the first time; no rule is asked again, so old journals keep their meaning when rules change.
 * What people made stands only in the entry's content, at the same place in the list (D3).
 */
export const change = z.discriminatedUnion('kind', [
  /** Somebody first came to this board: their alias number there, for ever. */
  z.object({ kind: z.literal('member'), person: z.string(), school: z.string(), role: boardRole, alias: z.int() }),
  /** Somebody's standing on the board changed; parts that are not there stay. `away` says why somebody is gone, null that they are back. */
  z.object({
    kind: z.literal('member-changed'),
    person: z.string(),
    role: z.optional(role),
    level: z.optional(pupilLevel),
    frozen: z.optional(z.boolean()),
    away: z.optional(z.nullable(z.enum(['left', 'suspended']))),
  }),
  /**
   * Rules of the whole board. `frozenBy` is whole: the schools whose staff have stopped all pupils' writing, "" for the board itself;
   * so is `stoppedBy`, of those who have stopped everything, `cursorsOffBy`, of those that want no pointers, and `staffPages`, the pages
   * that only staff change.
   */
  z.object({
    kind: z.literal('board-rules'),
    frozenBy: z.optional(z.array(z.string())),
    stoppedBy: z.optional(z.array(z.string())),
    openAllowed: z.optional(z.boolean()),
    cursorsOffBy: z.optional(z.array(z.string())),
    staffPages: z.optional(z.array(z.string())),
  }),
  /** Rules for the pupils of one school; `frozenBy` as above. `level` is for who comes, `classLevels` for who comes of a class. */
  z.object({
    kind: z.literal('school-rules'),
    school: z.string(),
    mode: z.optional(boardMode),
    frozenBy: z.optional(z.array(z.string())),
    needsTeacher: z.optional(z.boolean()),
    looksFirst: z.optional(z.boolean()),
    level: z.optional(pupilLevel),
    classLevels: z.optional(z.record(z.string(), pupilLevel)),
    hours: z.optional(z.nullable(openingHours)),
  }),
  /** A record is new. Content: all its fields. Reach `board` means it stands in base at once (staff, and pupils in mode `open`). */
  z.object({
    kind: z.literal('create'),
    id: z.string(),
    author: z.string(),
    school: z.string(),
    reach,
    case: z.optional(z.string()),
  }),
  /** Fields of base change. Content: the fields. */
  z.object({ kind: z.literal('set-base'), id: z.string() }),
  /** Fields of a layer change; the layer is made if there is none. Content: the fields; `unset` leaves the layer. */
  z.object({ kind: z.literal('set-layer'), ...layerKey, case: z.string(), unset: z.optional(z.array(z.string())) }),
  /** Points join the last segment of a stroke, in base or in a layer. Content: `points`, three integers each as they travel. */
  z.object({
    kind: z.literal('grow'),
    id: z.string(),
    layer: z.optional(z.object({ author: z.string(), reach: z.enum(['held', 'school']), case: z.string() })),
  }),
  /**
   * A decision lets a layer out: it lies on the next reach now. Content: fields the server gives it (its index, P18). `case` is
   * the one that was decided, where the layer waited in another and went along.
   */
  z.object({ kind: z.literal('release'), ...layerKey, to: z.enum(['school', 'board']), case: z.optional(z.string()) }),
  /** A layer is gone, by reject or because nothing is left of it. */
  z.object({ kind: z.literal('drop-layer'), ...layerKey }),
  /**
   * Undo of a decision (P10). Content: [former base or null, then the fields of each former layer of this author].
   * `cases` are those the layers were in, where it was not `case` for all.
   */
  z.object({
    kind: z.literal('recall'),
    id: z.string(),
    author: z.string(),
    case: z.string(),
    layers: z.array(z.enum(['held', 'school'])),
    cases: z.optional(z.array(z.string())),
  }),
  /** The record and its layers leave the board for the bin; `itself` because nothing was left in it, not because somebody wanted it. */
  z.object({ kind: z.literal('bin'), id: z.string(), itself: z.optional(z.boolean()) }),
  /** The record comes back from the bin as it was. */
  z.object({ kind: z.literal('unbin'), id: z.string() }),
  /** Put away from everybody but the own school's staff, or brought back (P22); `kept` by the board itself, because of a report (P38). */
  z.object({ kind: z.literal('hide'), id: z.string(), hidden: z.boolean(), kept: z.optional(z.literal(true)) }),
  /** A school lets its pupils see a record of another school as it stands, by the hash of its base; null takes that back (P36). */
  z.object({ kind: z.literal('accept'), id: z.string(), school: z.string(), hash: z.nullable(z.string()) }),
  /**
   * A review case began or went on with an edit of these records. `afterwards`: they are on the board already (mode `open`),
   * and what is decided is whether they stay there. `found`: what the text check found in the words of this edit, without places.
   */
  z.object({
    kind: z.literal('case-edited'),
    case: z.string(),
    author: z.string(),
    school: z.string(),
    page: z.string(),
    records: z.array(z.string()),
    anew: z.boolean(),
    afterwards: z.optional(z.boolean()),
    found: z.optional(z.array(textMark)),
  }),
  /** A member of staff decided a case. Content: the note. `with`: records of others that the decision changes besides. */
  z.object({
    kind: z.literal('case-decided'),
    case: z.string(),
    by: z.string(),
    verdict: z.enum(['board', 'school', 'return', 'reject']),
    hash: z.string(),
    with: z.optional(z.array(z.string())),
  }),
  /** That decision was undone. */
  z.object({ kind: z.literal('case-reopened'), case: z.string(), by: z.string() }),
  /** Everything this person made is gone for good, from the bin and from what decisions remember too (ER1). */
  z.object({ kind: z.literal('erase'), person: z.string() }),
  /** A school is no longer on this board: all that its people made is gone from it, and pages of theirs are nobody's (SG-37). */
  z.object({ kind: z.literal('school-left'), school: z.string() }),
  /** The board stands again as it was at that moment, ms since 1970: a backup was put in place (P33). */
  z.object({ kind: z.literal('restore'), to: z.number() }),
]);
export type Change = z.infer<typeof change>;

/** The part of a change that people made, or null where it has none. */
export const changeContent = z.nullable(z.union([fields, z.array(z.nullable(fields))]));
export type ChangeContent = z.infer<typeof changeContent>;

/**
 * What would take a change back: the same kind of steps, or, where the former value is large, the place where it
 * stands: the state of that record as of entry `seq` (P32).
 */
export const inverse = z.union([
  z.object({ change, content: changeContent }),
  z.object({ asOf: z.int(), id: z.string() }),
]);
export type Inverse = z.infer<typeof inverse>;
