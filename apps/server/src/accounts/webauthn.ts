import type { NewPasskey, ShownPasskey } from '@bridgeboard/protocol';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';

import type { KeptPasskey } from './passkey-store.ts';

/** EdDSA, ES256 and RS256: what devices have. */
const supportedAlgorithmIDs = [-8, -7, -257];

/** What a passkey is bound to: the origin of the page that asks, which was found to be one of ours. */
function boundTo(origin: string): { expectedOrigin: string; expectedRPID: string } {
  return { expectedOrigin: origin, expectedRPID: new URL(origin).hostname };
}

type Question<Options> = Options & { challenge: string };

/** The question for a new passkey: one that its device finds by itself, and uses only after a finger, a face or a PIN. */
export async function askForNew(
  origin: string,
  { id, name, have }: { id: string; name: string; have: readonly KeptPasskey[] },
): Promise<Question<Record<string, unknown>>> {
  return {
    ...(await generateRegistrationOptions({
      rpName: 'Bridgeboard',
      rpID: new URL(origin).hostname,
      userID: new TextEncoder().encode(id),
      userName: name,
      userDisplayName: name,
      attestationType: 'none',
      supportedAlgorithmIDs,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: have.map(({ credential, transports }) => ({ id: credential, transports: [...transports] })),
    })),
  };
}

/** The question for a sign-in: whoever has a passkey here chooses it on the device. */
export async function askForOne(origin: string): Promise<Question<Record<string, unknown>>> {
  const rpID = new URL(origin).hostname;
  return { ...(await generateAuthenticationOptions({ rpID, userVerification: 'required' })) };
}

/**
 * Certificates are never looked at: nobody here needs to know the make of a device, and who checks them asks addresses that stand in
 * them.
 */
function hasCertificates(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = decoded.get('fmt');
  return format !== 'none' && (format !== 'packed' || decoded.get('attStmt').get('x5c') !== undefined);
}

type NewKey = Pick<KeptPasskey, 'credential' | 'publicKey' | 'counter' | 'transports'>;

/** The key of an answer to `askForNew`; null where it does not answer this question on this origin. */
export async function checkNew(origin: string, challenge: string, made: NewPasskey): Promise<NewKey | null> {
  return orNull(async () => {
    if (hasCertificates(made.response.attestationObject)) return null;
    const { transports = [], ...response } = made.response;
    const checked = await verifyRegistrationResponse({
      response: { ...made, response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      requireUserVerification: true,
      supportedAlgorithmIDs,
      ...boundTo(origin),
    });
    if (!checked.verified) return null;
    const { id, publicKey, counter } = checked.registrationInfo.credential;
    return { credential: id, publicKey: isoBase64URL.fromBuffer(publicKey), counter, transports };
  });
}

/** How often a passkey has signed by now; null where it does not answer this question on this origin, or a copy has signed since. */
export async function checkShown(
  { origin, challenge }: { origin: string; challenge: string },
  shown: ShownPasskey,
  { credential, publicKey, counter }: KeptPasskey,
): Promise<number | null> {
  return orNull(async () => {
    const { userHandle, ...response } = shown.response;
    const checked = await verifyAuthenticationResponse({
      response: {
        ...shown,
        response: { ...response, ...(userHandle ? { userHandle } : {}) },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      credential: { id: credential, publicKey: isoBase64URL.toBuffer(publicKey), counter },
      requireUserVerification: true,
      ...boundTo(origin),
    });
    return checked.verified ? checked.authenticationInfo.newCounter : null;
  });
}

/** The library throws for whatever it does not believe, in many words; all of it is one refusal here. */
async function orNull<T>(check: () => Promise<T | null>): Promise<T | null> {
  return check().catch(() => null);
}
