import * as z from 'zod/mini';

const name21 = '[A-Za-z0-9_-]{21}';

/** Ids we mint ourselves: boards, schools, people, cases, publications. 128 random bits or more. */
export const entityId = z.string().check(z.regex(/^[A-Za-z0-9_-]{10,40}$/));

/** Ids of things on a board, minted by browsers (P21); the document and the first page are fixed. */
export const recordIdPattern = new RegExp(
  `^(?:(?:shape|binding|page|asset|comment|reaction):${name21}|document:document|page:page)$`,
);
export const recordId = z.string().check(z.regex(recordIdPattern));

/** Names one browser's outbox; its edits are numbered from 1 without holes (P33). */
export const clientId = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,40}$/));
