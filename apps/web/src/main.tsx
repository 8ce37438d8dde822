import './ui/tokens.css';
import './ui/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { ErrorBoundary } from './app/error-boundary.tsx';
import { paths } from './app/paths.ts';
import { Providers } from './app/providers.tsx';
import { Router } from './app/router.tsx';
import { holdCodeFromAddress } from './front-door/take-code-from-address.ts';
import { holdFragment } from './front-door/held-fragment.ts';
import { startLanguage } from './i18n/language.ts';
import { startTheme } from './ui/theme.ts';

/** A scanned code or an invitation's secret goes first, then language and theme: nothing may be painted the wrong way round or in the wrong light. */
async function start(): Promise<void> {
  if (location.pathname === paths.join) holdCodeFromAddress(location, history);
  if (location.pathname === paths.invitation || location.pathname === paths.guest) holdFragment(location, history);
  startTheme();
  await startLanguage();
  const root = document.querySelector('#app');
  if (root === null) throw new Error('index.html has no element #app');
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <ErrorBoundary>
          <Router />
        </ErrorBoundary>
      </Providers>
    </StrictMode>,
  );
}

void start();
