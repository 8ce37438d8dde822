import { changeCharter, foundPartnership, signCharter, type CharterWish } from '@bridgeboard/domain';
import type { Partnership, SchoolRules } from '@bridgeboard/protocol';

/** Whoever tries the demo does so at any hour, and with pictures: its schools allow both. */
const demoRules: SchoolRules = {
  names: 'nickname',
  check: 'before',
  photos: 'with-consent',
  hours: null,
  families: 'published',
  keepMonths: 12,
};

interface DemoSigner {
  readonly school: string;
  readonly person: string;
}

const dayMs = 24 * 3_600_000;

/** The demo's partnership: rules that differ, one that was tightened, and one that a school would like to be looser. */
export function demoPartnership(facts: {
  readonly id: string;
  readonly title: string;
  readonly signers: readonly [DemoSigner, DemoSigner];
  readonly proposal: string;
  readonly now: number;
}): Partnership {
  const { id, title, now, proposal } = facts;
  const [first, second] = facts.signers;
  const createdAt = now - 83 * dayMs;
  const founded = foundPartnership({ id, title, createdAt });
  const one = signCharter(founded, { by: first, rules: demoRules, now: createdAt });
  const both = signCharter(one, { by: second, rules: { ...demoRules, names: 'pseudonym' }, now: createdAt + dayMs });
  const tighter = changed(both, first, {
    wish: { kind: 'set', change: { line: 'keepMonths', value: 6 }, newId: proposal },
    now: now - 3_600_000,
  });
  return changed(tighter, second, {
    wish: { kind: 'set', change: { line: 'names', value: 'nickname' }, newId: proposal },
    now: now - 1_200_000,
  });
}

function changed(before: Partnership, by: DemoSigner, { wish, now }: { wish: CharterWish; now: number }): Partnership {
  const outcome = changeCharter(before, wish, { by, now });
  if ('refused' in outcome) throw new Error(`the demo's charter is refused: ${outcome.refused}`);
  return outcome.partnership;
}
