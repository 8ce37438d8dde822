import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';

import { ConcernContext } from './concern-desk.ts';
import type { ConcernState } from './concern-desk.ts';
import { ConcernDialog } from './concern-dialog.tsx';

const rest: ConcernState = { at: 'rest' };

/** A board on which everything can be reported. */
export function ConcernProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [state, setState] = useState<ConcernState>(rest);
  const desk = useMemo(
    () => ({
      state,
      pick: () => setState(state.at === 'rest' ? { at: 'pick' } : rest),
      tell: (about: Extract<ConcernState, { at: 'tell' }>['about']) => setState({ at: 'tell', about }),
      leave: () => setState(rest),
    }),
    [state],
  );
  return (
    <ConcernContext value={desk}>
      {children}
      {state.at === 'tell' && <ConcernDialog about={state.about} onClose={desk.leave} />}
    </ConcernContext>
  );
}
