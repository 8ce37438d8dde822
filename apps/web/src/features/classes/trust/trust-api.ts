import { getClassTrust, postPupilTrust } from '@bridgeboard/protocol';
import type { ClassTrust, TrustKind, TrustLevel } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { actNow } from '../../../lib/act-now.ts';
import { call } from '../../../lib/api-client.ts';
import { pollEvery } from '../../../lib/polling.ts';

function trustKey(id: string): readonly string[] {
  return ['class', id, 'trust'];
}

/** What the pupils of a class are trusted with; decisions that count show after some seconds. */
export function useClassTrust(id: string): UseQueryResult<ClassTrust> {
  return useQuery({
    queryKey: trustKey(id),
    queryFn: ({ signal }) => call(getClassTrust, { params: { class: id }, signal }),
    ...pollEvery(20_000),
  });
}

export type TrustWish = { readonly pupil: string; readonly kind: TrustKind; readonly level: TrustLevel | null };

/** Sets what a pupil is trusted with. */
export function useSetTrust(id: string): UseMutationResult<ClassTrust, Error, TrustWish> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: ({ pupil, ...body }: TrustWish) => call(postPupilTrust, { params: { class: id, pupil }, body }),
    onSuccess: (trust) => client.setQueryData(trustKey(id), trust),
  });
}
