/** One entry of the web build's manifest, as Vite writes it. */
interface BuiltChunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

export type BuildManifest = Readonly<Record<string, BuiltChunk>>;

/** What the front door asks of the web build: addresses on our own origin. */
export interface AppAssets {
  /** The front door's script, after what it imports: named together, they come in one round trip. */
  readonly frontDoorScripts: readonly string[];
  /** What a pupil needs next, most needed first. */
  readonly prefetch: readonly string[];
}

const frontDoorSource = 'src/front-door/enhance-front-door.ts';

function filesOf(manifest: BuildManifest, source: string, seen: Set<string>): string[] {
  const chunk = manifest[source];
  if (chunk === undefined || seen.has(source)) return [];
  seen.add(source);
  return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((name) => filesOf(manifest, name, seen))];
}

/**
 * The files of the app's pages that come after the front door, from the build's manifest. `sources` are source files
 * in the order a pupil needs them (`index.html`, a page's module); one that the build does not have is left out.
 */
export function findAppAssets(manifest: BuildManifest, sources: readonly string[]): AppAssets | undefined {
  if (manifest[frontDoorSource] === undefined) return undefined;
  const scripts = filesOf(manifest, frontDoorSource, new Set()).toReversed();
  const seen = new Set<string>();
  const files = new Set(sources.flatMap((source) => filesOf(manifest, source, seen)));
  return { frontDoorScripts: scripts.map(addressOf), prefetch: [...files].map(addressOf) };
}

function addressOf(file: string): string {
  return `/${file}`;
}
