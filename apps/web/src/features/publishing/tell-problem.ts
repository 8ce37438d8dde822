import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { showToast } from '../../ui/show-toast.tsx';

/** Tells in a toast why something was not done. */
export function useTellProblem(): (error: Error) => void {
  const t = useT();
  return (error) => showToast({ tone: 'problem', text: describeFailure(error, t) });
}
