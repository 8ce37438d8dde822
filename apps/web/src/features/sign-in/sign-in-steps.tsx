import { useState } from 'react';
import type { ReactNode } from 'react';

import { SignInCodeForm } from './sign-in-code-form.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** E-mail and password, then a code for whoever has a second factor. `onDone` runs once the session stands. */
export function SignInSteps({ onDone }: { readonly onDone: () => void }): ReactNode {
  const [needsCode, setNeedsCode] = useState(false);
  return needsCode ? (
    <SignInCodeForm onDone={onDone} onAgain={() => setNeedsCode(false)} />
  ) : (
    <SignInForm onDone={onDone} onCode={() => setNeedsCode(true)} />
  );
}
