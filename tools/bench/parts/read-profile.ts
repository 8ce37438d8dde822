interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** What V8 writes with `--cpu-prof`; moments in microseconds. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
  readonly startTime: number;
  readonly endTime: number;
}

/** What a piece of time went to: the first line whose words stand in one of the frames of its stack, from the innermost out. */
export type Areas = readonly (readonly [area: string, frames: RegExp])[];

const idle = '(idle)';

/** ms of each area between two moments, in ms since the profile began; `other` for what is in none, without idling. */
export function timeByArea(
  profile: CpuProfile,
  about: { readonly areas: Areas; readonly other: string; readonly fromMs: number; readonly toMs: number },
): Map<string, number> {
  const areaOf = areasOfNodes(profile.nodes, about);
  const found = new Map<string, number>();
  let at = 0;
  for (const [nth, node] of profile.samples.entries()) {
    const ms = (profile.timeDeltas[nth] ?? 0) / 1_000;
    at += ms;
    const area = areaOf.get(node);
    if (area === undefined || at < about.fromMs || at > about.toMs) continue;
    found.set(area, (found.get(area) ?? 0) + ms);
  }
  return found;
}

function areasOfNodes(
  nodes: readonly ProfileNode[],
  { areas, other }: { readonly areas: Areas; readonly other: string },
): Map<number, string> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const frameOf = ({ callFrame }: ProfileNode): string => `${callFrame.functionName} ${callFrame.url}`;
  const areaOf = (node: ProfileNode | undefined): string => {
    if (!node) return other;
    return areas.find(([, frames]) => frames.test(frameOf(node)))?.[0] ?? areaOf(byId.get(parents.get(node.id) ?? 0));
  };
  const busy = nodes.filter(({ callFrame }) => callFrame.functionName !== idle);
  return new Map(busy.map((node) => [node.id, areaOf(node)]));
}
