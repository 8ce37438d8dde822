/** Providers whose address need not be typed. */
export const providerKinds = ['google', 'microsoft', 'other'] as const;
export type ProviderKind = (typeof providerKinds)[number];

const google = 'https://accounts.google.com';
const microsoft = /^https:\/\/login\.microsoftonline\.com\/([0-9a-f-]{36})\/v2\.0$/;

/** What a kind is called on the button until somebody says otherwise. */
export const usualNames: Readonly<Record<ProviderKind, string>> = {
  google: 'Google',
  microsoft: 'Microsoft',
  other: '',
};

export function kindOf(issuer: string): ProviderKind {
  if (issuer === google) return 'google';
  return microsoft.test(issuer) ? 'microsoft' : 'other';
}

/** A school's directory at Microsoft; one address for all of them would let in whom any of them vouches for. */
export function tenantOf(issuer: string): string {
  return microsoft.exec(issuer)?.[1] ?? '';
}

/** The address of a provider by what was typed of it, or null where that cannot be one. */
export function issuerOf(kind: ProviderKind, typed: string): string | null {
  if (kind === 'google') return google;
  if (kind === 'other') return typed === '' ? null : typed;
  const issuer = `https://login.microsoftonline.com/${typed.toLowerCase()}/v2.0`;
  return microsoft.test(issuer) ? issuer : null;
}
