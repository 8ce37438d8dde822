import type { Migration } from '../migrate.ts';
import { init } from './0001-init.ts';
import { erasures } from './0002-erasures.ts';

/** Every step of the layout there has ever been, in order. A released one never changes. */
export const allMigrations: readonly Migration[] = [init, erasures];
