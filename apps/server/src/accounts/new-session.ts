/** A session that just began, with the `Set-Cookie` headers that carry it. */
export interface NewSession {
  readonly user: string;
  readonly setCookies: readonly string[];
}

/** The password was right, and a second factor is still to be shown: nobody is signed in yet. */
export interface WaitingSignIn {
  /** What is to be shown: a code, or a passkey where there is no app. */
  readonly waits: 'code' | 'passkey';
  readonly setCookies: readonly string[];
}
