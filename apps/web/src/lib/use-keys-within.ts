import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';

/** Hears keys only while the focus is inside the region, so that they never act on something beside it. */
export function useKeysWithin(region: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => void): void {
  const handle = useEffectEvent(onKey);
  useEffect(() => {
    const element = region.current;
    const listen = (event: KeyboardEvent): void => handle(event);
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, [region]);
}
