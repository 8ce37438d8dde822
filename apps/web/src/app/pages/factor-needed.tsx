import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

import { Loading } from '../../ui/loading.tsx';
import { paths } from '../paths.ts';

/** Whoever lacks the second factor that their school asks for is taken to where they set it up, which says why. */
export function FactorNeeded(): ReactNode {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  useEffect(() => {
    // Who one is was told before the school asked for it.
    void client.invalidateQueries({ queryKey: ['me'] });
    navigate(paths.account, { replace: true });
  }, [client, navigate]);
  return <Loading />;
}
