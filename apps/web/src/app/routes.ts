import type { ComponentType } from 'react';

import { pathPatterns, paths } from './paths.ts';

/** A page and how its code is fetched. Only the board's page may reach tldraw. */
export type AppRoute = {
  readonly pattern: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
};

/** Gives a named export the shape that `React.lazy` asks for. */
function page<Name extends string>(
  name: Name,
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
): AppRoute['load'] {
  return async () => ({ default: (await load())[name] });
}

const developmentRoutes: readonly AppRoute[] = import.meta.env.DEV
  ? [{ pattern: paths.design, load: page('DesignPage', () => import('../design/design-page.tsx')) }]
  : [];

/** First match wins. */
export const routes: readonly AppRoute[] = [
  { pattern: paths.signIn, load: page('SignInPage', () => import('./pages/sign-in-page.tsx')) },
  { pattern: pathPatterns.provider, load: page('ProviderPage', () => import('./pages/provider-page.tsx')) },
  { pattern: paths.forgotten, load: page('ForgottenPage', () => import('./pages/forgotten-page.tsx')) },
  { pattern: paths.reset, load: page('ResetPage', () => import('./pages/reset-page.tsx')) },
  { pattern: paths.home, load: page('HomePage', () => import('./pages/home-page.tsx')) },
  { pattern: paths.school, load: page('SchoolPage', () => import('./pages/school-page.tsx')) },
  { pattern: paths.kept, load: page('KeptPage', () => import('./pages/kept-page.tsx')) },
  { pattern: paths.setUp, load: page('SetUpPage', () => import('./pages/set-up-page.tsx')) },
  { pattern: paths.invitation, load: page('InvitationPage', () => import('./pages/invitation-page.tsx')) },
  { pattern: paths.account, load: page('AccountPage', () => import('./pages/account-page.tsx')) },
  { pattern: paths.toCheck, load: page('WholeQueuePage', () => import('./pages/whole-queue-page.tsx')) },
  { pattern: paths.activity, load: page('ActivityPage', () => import('./pages/activity-page.tsx')) },
  { pattern: paths.safeguarding, load: page('SafeguardingPage', () => import('./pages/safeguarding-page.tsx')) },
  { pattern: pathPatterns.concern, load: page('ConcernPage', () => import('./pages/concern-page.tsx')) },
  { pattern: paths.breach, load: page('BreachPage', () => import('./pages/breach-page.tsx')) },
  { pattern: paths.classes, load: page('ClassesPage', () => import('./pages/classes-page.tsx')) },
  { pattern: pathPatterns.class, load: page('ClassPage', () => import('./pages/class-page.tsx')) },
  { pattern: pathPatterns.join, load: page('JoinPage', () => import('./pages/join-page.tsx')) },
  { pattern: paths.lobby, load: page('LobbyPage', () => import('./pages/lobby-page.tsx')) },
  { pattern: paths.notice, load: page('NoticePage', () => import('./pages/notice-page.tsx')) },
  { pattern: paths.guest, load: page('GuestPage', () => import('./pages/guest-page.tsx')) },
  { pattern: pathPatterns.people, load: page('PeoplePage', () => import('./pages/people-page.tsx')) },
  {
    pattern: paths.partnershipInvitation,
    load: page('PartnershipInvitationPage', () => import('./pages/partnership-invitation-page.tsx')),
  },
  { pattern: paths.partnerships, load: page('PartnershipsPage', () => import('./pages/partnerships-page.tsx')) },
  { pattern: pathPatterns.charter, load: page('CharterPage', () => import('./pages/charter-page.tsx')) },
  { pattern: pathPatterns.firstLook, load: page('FirstLookPage', () => import('./pages/first-look-page.tsx')) },
  { pattern: pathPatterns.timeline, load: page('TimelinePage', () => import('./pages/timeline-page.tsx')) },
  { pattern: pathPatterns.queue, load: page('QueuePage', () => import('./pages/queue-page.tsx')) },
  { pattern: pathPatterns.board, load: page('BoardPage', () => import('./pages/board-page.tsx')) },
  ...developmentRoutes,
];
