import type { Library } from './open-library.ts';

const ownedBy = (person: string) => [{ field: 'userId', value: person }];

/** Whether somebody has an app that shows codes, confirmed by one of them. */
export async function hasApp({ context }: Library, person: string): Promise<boolean> {
  const row = await context.adapter.findOne<{ verified?: boolean }>({ model: 'twoFactor', where: ownedBy(person) });
  return row?.verified === true;
}

/** The library asks for a second step of whoever has this mark: for a passkey as for an app. */
export async function markFactor(library: Library, person: string): Promise<void> {
  const { adapter, internalAdapter } = library.context;
  const hasOne =
    (await hasApp(library, person)) || (await adapter.count({ model: 'passkey', where: ownedBy(person) })) > 0;
  await internalAdapter.updateUser(person, { twoFactorEnabled: hasOne });
}

/** Takes app and passkeys away; the mark goes last, so that whoever is stopped half-way does it again. */
export async function forgetFactors({ context }: Library, person: string): Promise<void> {
  for (const model of ['twoFactor', 'passkey']) await context.adapter.deleteMany({ model, where: ownedBy(person) });
  await context.internalAdapter.updateUser(person, { twoFactorEnabled: false });
}
