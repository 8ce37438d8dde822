/** What a provider says of somebody. */
type Said = Readonly<Record<string, unknown>>;

/** Microsoft has a word of its own for an address whose domain its owner has proved; of `email` alone anybody may write anything there. */
const microsoft = 'https://login.microsoftonline.com/';

/** The address that a provider has verified, or null. */
export function verifiedAddress(said: Said, issuer: string): string | null {
  const { email, email_verified: isVerified, xms_edov: isOwnDomain } = said;
  if (typeof email !== 'string') return null;
  const words: readonly unknown[] = issuer.startsWith(microsoft) ? [isVerified, isOwnDomain] : [isVerified];
  return words.some((word) => word === true || word === 'true' || word === 1 || word === '1') ? email : null;
}
