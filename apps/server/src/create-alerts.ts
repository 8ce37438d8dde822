import type { Storage } from '@bridgeboard/storage';

import type { Accounts } from './accounts/open-accounts.ts';
import { createAlertMail } from './alert-mail.ts';
import type { AuditKeeper } from './audit-keeper.ts';
import type { Mailer } from './mailer.ts';
import { WaitingAlerts } from './moderation/waiting-alerts.ts';
import type { World } from './world.ts';

interface Parts {
  readonly storage: Storage;
  readonly accounts: Pick<Accounts, 'identity'>;
  readonly world: Pick<World, 'clock' | 'onError'>;
  readonly keeper: AuditKeeper;
  /** Null where the instance sends no mail: then nobody is told but by the page. */
  readonly mailer: Mailer | null;
  readonly url: () => string;
}

/** Looks for work that has waited too long, and tells staff of it by mail (SG-28). The look never rejects. */
export function createAlerts({ storage, accounts, world, keeper, mailer, url }: Parts): () => Promise<void> {
  if (mailer === null) return () => Promise.resolve();
  const mail = createAlertMail({ identity: accounts.identity, mailer, url });
  const alerts = new WaitingAlerts({
    ...world,
    storage,
    keeper,
    tell: (school, people) => mail('waits', school, people),
  });
  return () => alerts.look();
}
