import { getGuestPlace, postEnterAsGuest } from '@bridgeboard/protocol';
import type { GuestPlace } from '@bridgeboard/protocol';
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { heldFragment } from '../../front-door/held-fragment.ts';
import { call } from '../../lib/api-client.ts';
import { pollEvery } from '../../lib/polling.ts';

let isIn = false;

/** The first look shows the link's token, if the page was opened by one; the cookie does from then on. */
async function look(signal: AbortSignal): Promise<GuestPlace> {
  const token = heldFragment();
  if (isIn || token === '') return call(getGuestPlace, { signal });
  const place = await call(postEnterAsGuest, { body: { token }, signal });
  isIn = true;
  return place;
}

/** Where this guest is, looked at every two seconds; that is also how the board knows that they are here. */
export function useGuestPlace(): UseQueryResult<GuestPlace> {
  return useQuery({ queryKey: ['guest'], queryFn: ({ signal }) => look(signal), ...pollEvery(2_000) });
}
