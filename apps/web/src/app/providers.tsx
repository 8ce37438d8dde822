import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Direction, Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';

import { currentLocale } from '../i18n/language.ts';
import { locales } from '../i18n/locales.ts';
import { Toasts } from '../ui/toasts.tsx';

const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, refetchOnWindowFocus: true, retry: 2 },
    // A decision pressed twice is worse than one that has to be pressed again.
    mutations: { retry: false },
  },
});

/** What every page stands in: language and its direction, server data, tooltips, toasts. */
export function Providers({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <WithDirection>{children}</WithDirection>
      </QueryClientProvider>
    </I18nProvider>
  );
}

function WithDirection({ children }: { readonly children: ReactNode }): ReactNode {
  const { dir } = locales[currentLocale()];
  return (
    <Direction.Provider dir={dir}>
      <Tooltip.Provider delayDuration={400}>
        {children}
        <Toasts dir={dir} />
      </Tooltip.Provider>
    </Direction.Provider>
  );
}
