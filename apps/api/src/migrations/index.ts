import type { MigrationObject } from '@mikro-orm/postgresql';
import { Ground } from './migration-0001-ground.ts';
import { Accounts } from './migration-0002-accounts.ts';
import { NeedHistory } from './migration-0003-need-history.ts';
import { PlansAndFigures } from './migration-0004-plans-and-figures.ts';

/** In their order. What has landed is never edited; a change is a new one. */
export const migrations: MigrationObject[] = [
  { name: '0001-ground', class: Ground },
  { name: '0002-accounts', class: Accounts },
  { name: '0003-need-history', class: NeedHistory },
  { name: '0004-plans-and-figures', class: PlansAndFigures },
];
