import { useBoard } from '../board-context.ts';
import { useObservable } from '../use-observable.ts';
import { remarksAbout, type RemarksAbout } from './remarks-about.ts';

/** What was said about a piece, as this person sees it now. */
export function useRemarks(piece: string): RemarksAbout {
  const { session, you, remarks } = useBoard();
  useObservable(session.stamps);
  const [authors, cases] = [useObservable(session.authors), useObservable(session.cases)];
  const records = useObservable(remarks.said).get(piece) ?? [];
  return remarksAbout(records, { you, authors, cases, stampOf: (id) => session.stampOf(id) });
}
