import type { PermissionWorld } from './world.ts';

/** What is sent from the page of people and permissions. */
export const peopleRequests = {
  'POST /api/boards/:board/levels': { body: () => ({ whom: { school: 'own' }, level: 'own' }) },
  'POST /api/boards/:board/staff-pages': { body: () => ({ page: 'page:page', staffOnly: false }) },
  'POST /api/boards/:board/members': {
    body: () => ({ classes: null, pupils: [] }),
    after: (world: PermissionWorld): Promise<void> => world.leaveOut(),
  },
} as const;
