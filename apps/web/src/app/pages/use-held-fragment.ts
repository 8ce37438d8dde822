import { useEffect, useState } from 'react';

import { heldFragment, holdFragment } from '../../front-door/held-fragment.ts';

/** The secret of the link that opened this page. */
export function useHeldFragment(): string {
  const [token, setToken] = useState(heldFragment);
  useEffect(() => {
    // Another link typed into this tab changes the fragment alone, and loads nothing.
    const take = (): void => {
      holdFragment(location, history);
      setToken(heldFragment());
    };
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  return token;
}
