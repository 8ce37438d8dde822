import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';

import { Loading } from '../ui/loading.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { routes } from './routes.ts';

const pages = routes.map(({ pattern, load }) => ({ pattern, Page: lazy(load) }));

/** Shows the page of the address; each page's code is fetched when it is first shown. */
export function Router(): ReactNode {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        {pages.map(({ pattern, Page }) => (
          <Route key={pattern} path={pattern}>
            <Page />
          </Route>
        ))}
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </Suspense>
  );
}
