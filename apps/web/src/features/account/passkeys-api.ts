import { postBeginPasskey, postPasskey, postPasskeyName, postRemovePasskey } from '@bridgeboard/protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import { makePasskey } from '../../lib/ask-device.ts';
import { accountKey } from './account-api.ts';

/** Something about the own passkeys; what is known of the account, and what is open to its owner, is asked for again. */
function useChange<Input>(
  change: (input: Input) => Promise<unknown>,
  onDone: () => void,
): UseMutationResult<unknown, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: change,
    async onSuccess() {
      onDone();
      await Promise.all([accountKey, ['me']].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}

type Wish = { readonly name: string; readonly password: string };

/** A new one: PASSWORD_WRONG, PASSKEYS_FULL, or what the device says. */
export function useAddPasskey(onDone: () => void): UseMutationResult<unknown, Error, Wish> {
  return useChange(async ({ name, password }: Wish) => {
    const { options } = await call(postBeginPasskey, { body: { password } });
    return call(postPasskey, { body: { name, made: await makePasskey(options) } });
  }, onDone);
}

export function useRenamePasskey(passkey: string, onDone: () => void): UseMutationResult<unknown, Error, string> {
  return useChange((name: string) => call(postPasskeyName, { body: { passkey, name } }), onDone);
}

export function useRemovePasskey(passkey: string, onDone: () => void): UseMutationResult<unknown, Error, string> {
  return useChange((password: string) => call(postRemovePasskey, { body: { passkey, password } }), onDone);
}
