import './ui/tokens.css';
import './ui/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { ErrorBoundary } from './app/error-boundary.tsx';
import { paths } from './app/paths.ts';
import { Providers } from './app/providers.tsx';
import { Router } from './app/router.tsx';
import { holdCodeFromAddress } from './front-door/take-code-from-address.ts';
import { holdQuery } from './front-door/held-query.ts';
import { holdFragment } from './front-door/held-fragment.ts';
import { startLanguage } from './i18n/language.ts';
import { startTheme } from './ui/theme.ts';

/** Pages whose links hold a secret behind a #. */
const linksWithSecret: ReadonlySet<string> = new Set([
  paths.invitation,
  paths.partnershipInvitation,
  paths.guest,
  paths.reset,
]);

/** A scanned code or a link's secret goes first, then language and theme: nothing may be painted the wrong way round or in the wrong light. */
async function start(): Promise<void> {
  if (location.pathname === paths.join) holdCodeFromAddress(location, history);
  if (linksWithSecret.has(location.pathname)) holdFragment(location, history);
  if (location.pathname.startsWith(paths.provider)) holdQuery(location, history);
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
