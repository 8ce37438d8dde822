import {
  postBeginSecondFactor,
  postConfirmSecondFactor,
  postEndSecondFactor,
  postRecoveryCodes,
} from '@bridgeboard/protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryClient, UseMutationResult } from '@tanstack/react-query';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import type { AnswerOf } from '../../lib/api-client.ts';
import { accountKey } from './account-api.ts';

/** Makes the secret for the app: PASSWORD_WRONG, or RATE after too many. */
export function useBeginSecondFactor(): UseMutationResult<AnswerOf<typeof postBeginSecondFactor>, Error, string> {
  return useMutation({
    ...actNow,
    // The secret is in memory for as long as it is on the page.
    gcTime: 0,
    mutationFn: (password: string) => call(postBeginSecondFactor, { body: { password } }),
  });
}

export function useConfirmSecondFactor(onDone: () => void): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: (code: string) => call(postConfirmSecondFactor, { body: { code } }),
    async onSuccess() {
      onDone();
      await askAnew(client);
    },
  });
}

export function useRenewRecoveryCodes(
  onCodes: (codes: readonly string[]) => void,
): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: (password: string) => call(postRecoveryCodes, { body: { password } }),
    async onSuccess({ recoveryCodes }) {
      onCodes(recoveryCodes);
      await client.invalidateQueries({ queryKey: accountKey });
    },
  });
}

export function useEndSecondFactor(
  onDone: () => void,
): UseMutationResult<unknown, Error, { readonly password: string; readonly code: string }> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: (body: { readonly password: string; readonly code: string }) => call(postEndSecondFactor, { body }),
    async onSuccess() {
      onDone();
      await askAnew(client);
    },
  });
}

/** What is known of the account, and what is open to its owner. */
async function askAnew(client: QueryClient): Promise<void> {
  await Promise.all([accountKey, ['me']].map((queryKey) => client.invalidateQueries({ queryKey })));
}
