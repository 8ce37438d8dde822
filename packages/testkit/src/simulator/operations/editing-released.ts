import type { Operation } from './operation.ts';
import { actingTab, pick, targets } from './picking.ts';

export const editingReleased: readonly Operation[] = [
  {
    name: 'edit after approval',
    kind: 'edit',
    weight: 4,
    run: (world, step) => {
      const tab = actingTab(world, step, 'pupil');
      if (!tab) return false;
      const me = tab.session.status.value.you?.key;
      const released = targets(world, tab, 'shape:').filter((id) => {
        const stamp = tab.session.stampOf(id);
        return stamp?.by === me && stamp?.reach !== 'held';
      });
      const id = pick(released, step.a);
      if (id !== undefined) tab.do([{ op: 'update', id, set: { x: step.a + step.n / 1_024 } }]);
      return id !== undefined;
    },
  },
];
