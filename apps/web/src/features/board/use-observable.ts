import type { Observable } from '@bridgeboard/sync-client';
import { useSyncExternalStore } from 'react';

/** The value of an observable; the component follows it. */
export function useObservable<T>(observable: Pick<Observable<T>, 'value' | 'subscribe'>): T {
  return useSyncExternalStore(observable.subscribe, () => observable.value);
}

/** One part of what an observable holds; the component follows that part alone. */
export function usePart<T, K extends keyof T>(observable: Pick<Observable<T>, 'value' | 'subscribe'>, part: K): T[K] {
  return useSyncExternalStore(observable.subscribe, () => observable.value[part]);
}
