import { createHash } from 'node:crypto';

/** The parts of a CycloneDX document that are looked at here. */
export interface Bill {
  readonly serialNumber: string;
  readonly metadata: { readonly component: { readonly 'bom-ref': string }; readonly timestamp?: string };
  readonly components: readonly { readonly 'bom-ref': string }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

function byKey<T>(key: (item: T) => string): (one: T, other: T) => number {
  return (one, other) => (key(one) < key(other) ? -1 : 1);
}

/** A UUID of the eighth version, whose bits are anybody's: here those of the content. */
function uuidOf(content: string): string {
  const hash = createHash('sha256').update(content).digest('hex');
  const variant = '89ab'[Number.parseInt(hash[16] ?? '0', 16) % 4];
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `${variant}${hash.slice(17, 20)}`];
  return [...parts, hash.slice(20, 32)].join('-');
}

/** pnpm says at one time of our own packages and at another of the whole what it needs: they are one product. */
const isOurs = (ref: string): boolean => /^pkg:npm\/(?:%40bridgeboard\/|bridgeboard@)/.test(ref);

/**
 * The same bill in a fixed order, without the moment, with our own packages as one, named after its content: two of them
 * can be compared byte by byte.
 */
export function settled(bill: Bill): Bill {
  const { timestamp: _, ...metadata } = bill.metadata;
  const components = bill.components
    .filter((component) => !isOurs(component['bom-ref']))
    .toSorted(byKey((component) => component['bom-ref']));
  const needs = Map.groupBy(bill.dependencies, ({ ref }) => (isOurs(ref) ? bill.metadata.component['bom-ref'] : ref));
  const dependencies = [...needs]
    .map(([ref, all]) => {
      const dependsOn = new Set(all.flatMap((each) => each.dependsOn ?? []).filter((need) => !isOurs(need)));
      return { ref, dependsOn: [...dependsOn].toSorted() };
    })
    .toSorted(byKey(({ ref }) => ref));
  const serialNumber = `urn:uuid:${uuidOf(JSON.stringify({ metadata, components, dependencies }))}`;
  return { ...bill, serialNumber, metadata, components, dependencies };
}
