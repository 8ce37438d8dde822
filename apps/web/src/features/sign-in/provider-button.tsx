import { School } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { useBeginProvider, useWaysIn } from './sign-in-api.ts';

/** The way in by the school's own account, where this instance has one. */
export function ProviderButton(): ReactNode {
  const t = useT();
  const provider = useWaysIn().data?.provider ?? null;
  const begin = useBeginProvider();
  if (provider === null) return null;
  function handleClick(): void {
    begin.mutate(undefined, {
      onSuccess: ({ url }) => location.assign(url),
      onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }),
    });
  }
  return (
    <Button
      icon={School}
      size="touch"
      wide
      unavailable={begin.isPending ? t('signIn.pending') : undefined}
      onClick={handleClick}
    >
      {t('signIn.provider', { name: provider })}
    </Button>
  );
}
