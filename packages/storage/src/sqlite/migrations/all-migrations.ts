import type { Migration } from '../migrate.ts';
import { init } from './0001-init.ts';
import { assets } from './0002-assets.ts';
import { erasures } from './0003-erasures.ts';
import { audit } from './0004-audit.ts';
import { invitations } from './0005-invitations.ts';
import { concerns } from './0006-concerns.ts';
import { trust } from './0007-trust.ts';

/** Every step of the layout there has ever been, in order. A released one never changes. */
export const allMigrations: readonly Migration[] = [init, assets, erasures, audit, invitations, concerns, trust];
