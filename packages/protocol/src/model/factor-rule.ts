import * as z from 'zod/mini';

/** Which staff of a school may not go without a second factor: nobody, its administrators and safeguarding leads, or all. */
const factorScope = z.enum(['nobody', 'leading', 'staff']);
export type FactorScope = z.infer<typeof factorScope>;

/** What a school asks of its staff's sign-in beside the password. */
export const factorRule = z.object({
  of: factorScope,
  /** From when on, ms since 1970. Until then those whom it concerns are told. */
  from: z.number().check(z.nonnegative()),
  /** Whether a sign-in by the provider outside counts, because that asks for a second factor itself. */
  providerCounts: z.boolean(),
});
export type FactorRule = z.infer<typeof factorRule>;

/** Schools from before there was such a rule, and the demo, go on without one. */
export const noFactorRule: FactorRule = { of: 'nobody', from: 0, providerCounts: false };

/** How long the staff of a new school have to set one up, in days. */
export const factorNoticeDays = 14;
