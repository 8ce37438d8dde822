import * as z from 'zod/mini';

/** A school's own provider of sign-in (OpenID Connect), as it is kept. */
export const schoolProvider = z.object({
  /** What staff call it, as it stands on the button. */
  name: z.string(),
  /** As the provider itself writes it. */
  issuer: z.string(),
  clientId: z.string(),
  /** Encrypted with the instance's key, and told to nobody. */
  secretSealed: z.string(),
});
