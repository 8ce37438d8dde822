import type { AuthContext } from 'better-auth';

import { identityRow, type IdentityRow } from '../../identity-row.ts';

/** Whoever was signed out since must not be signed in again by a backup, and what is being verified is over by then. */
const leftOut: ReadonlySet<string> = new Set(['session', 'verification', 'rateLimit']);
const pageSize = 100;

interface Tables {
  readonly tables: AuthContext['tables'];
  readonly adapter: Pick<AuthContext['adapter'], 'findMany' | 'create'>;
}

/** Everything the sign-in library keeps for longer than a session. */
export async function* readIdentities({ tables, adapter }: Tables): AsyncIterable<IdentityRow> {
  for (const model of modelsOf(tables)) {
    for (let offset = 0; ; offset += pageSize) {
      const sortBy = { field: 'id', direction: 'asc' as const };
      const rows = await adapter.findMany<Record<string, unknown>>({ model, limit: pageSize, offset, sortBy });
      // Through JSON: moments become text, and what is not there is left out.
      for (const data of rows) yield identityRow.parse(JSON.parse(JSON.stringify({ model, data })));
      if (rows.length < pageSize) break;
    }
  }
}

/** Keeps one row as it was read. Throws a RangeError for a kind that this version does not know. */
export async function putIdentity({ tables, adapter }: Tables, { model, data }: IdentityRow): Promise<void> {
  const table = modelsOf(tables).includes(model) ? tables[model] : undefined;
  if (table === undefined) throw new RangeError('a backup holds a kind of identity that this version does not know');
  const isMoment = (name: string): boolean => table.fields[name]?.type === 'date';
  const values = Object.entries(data).map(([name, value]) => [
    name,
    isMoment(name) && typeof value === 'string' ? new Date(value) : value,
  ]);
  await adapter.create({ model, data: Object.fromEntries(values), forceAllowId: true });
}

/** Users first: everything else is of one of them. */
function modelsOf(tables: AuthContext['tables']): string[] {
  const names = Object.keys(tables).filter((name) => !leftOut.has(name));
  return ['user', ...names.filter((name) => name !== 'user')];
}
