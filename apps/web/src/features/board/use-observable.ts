import type { Observable } from '@bridgeboard/sync-client';
import { useSyncExternalStore } from 'react';

/** The value of an observable; the component follows it. */
export function useObservable<T>(observable: Pick<Observable<T>, 'value' | 'subscribe'>): T {
  return useSyncExternalStore(observable.subscribe, () => observable.value);
}
