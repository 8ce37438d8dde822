import type { NewPasskey, ShownPasskey } from '@bridgeboard/protocol';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

import type { MessageId, Translate } from '../i18n/translate.ts';
import { describeGuessFailure } from './describe-guess-failure.ts';

/** Why a device gave no passkey: its owner did not want to, it has this one already, or it cannot here at all. */
type Why = 'notShown' | 'already' | 'impossible';

class NoPasskey extends Error {
  readonly why: Why;

  constructor(why: Why, cause: unknown) {
    super(why, { cause });
    this.name = 'NoPasskey';
    this.why = why;
  }
}

const whys: Readonly<Record<string, Why>> = {
  NotAllowedError: 'notShown',
  AbortError: 'notShown',
  InvalidStateError: 'already',
};

/** Browsers know passkeys on https and on the machine's own name only. */
export function knowsPasskeys(): boolean {
  return typeof PublicKeyCredential === 'function';
}

/** Asks the device for a new passkey; its owner is asked for a finger, a face or a PIN. Throws what `describePasskeyFailure` explains. */
export async function makePasskey(options: { readonly challenge: string }): Promise<NewPasskey> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  // Made by the same library on the server.
  const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
  const { id, rawId, type, response } = await startRegistration({ optionsJSON }).catch(explain);
  const { clientDataJSON, attestationObject, transports } = response;
  return { id, rawId, type, response: { clientDataJSON, attestationObject, transports } };
}

/** Asks the device to show one. Throws what `describePasskeyFailure` explains. */
export async function showPasskey(options: { readonly challenge: string }): Promise<ShownPasskey> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON;
  const { id, rawId, type, response } = await startAuthentication({ optionsJSON }).catch(explain);
  return { id, rawId, type, response };
}

function explain(cause: unknown): never {
  const name = cause instanceof Error ? cause.name : '';
  throw new NoPasskey(whys[name] ?? 'impossible', cause);
}

/** What happened, where a device or the server did not take it. */
export function describePasskeyFailure(error: Error, t: Translate): string {
  if (!(error instanceof NoPasskey)) return describeGuessFailure(error, t);
  const id: MessageId = `passkey.${error.why}`;
  return t(id);
}
