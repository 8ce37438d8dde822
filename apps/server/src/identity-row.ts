import * as z from 'zod';

/** One thing the sign-in library keeps, in its own terms; moments are ISO 8601. */
export const identityRow = z.object({ model: z.string(), data: z.record(z.string(), z.json()) });
export type IdentityRow = z.infer<typeof identityRow>;
