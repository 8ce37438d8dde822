import { getBoard, getPastView, getTimeline, postBackToMoment, postBackToMomentPreview } from '@bridgeboard/protocol';
import type { BoardLine, RewindCounts } from '@bridgeboard/protocol';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';

import { call } from '../../lib/api-client.ts';
import type { AnswerOf } from '../../lib/api-client.ts';
import { usePictureTheme } from '../../lib/use-picture-theme.ts';

const timelineKey = 'timeline';

/** The board whose past this is. */
export function useTimelineBoard(board: string): UseQueryResult<BoardLine> {
  return useQuery({
    queryKey: ['board', board],
    queryFn: ({ signal }) => call(getBoard, { params: { board }, signal }),
  });
}

/** When what changed on a board, oldest first. */
export function useTimeline(board: string): UseQueryResult<AnswerOf<typeof getTimeline>> {
  return useQuery({
    queryKey: [timelineKey, board, 'moments'],
    queryFn: ({ signal }) => call(getTimeline, { params: { board }, signal }),
  });
}

/** The board as it stood. Kept no longer than it is looked at: what is put away meanwhile must not be shown again. */
export function usePastView(
  board: string,
  about: { readonly at: number; readonly page: string },
): UseQueryResult<AnswerOf<typeof getPastView>> {
  const theme = usePictureTheme();
  const { at, page } = about;
  return useQuery({
    queryKey: [timelineKey, board, 'view', at, page, theme],
    queryFn: ({ signal }) => call(getPastView, { params: { board }, query: { at: String(at), page, theme }, signal }),
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
  });
}

/** What bringing the board back to a moment would come to. */
export function useBackPreview(board: string, moment: number): UseQueryResult<RewindCounts> {
  return useQuery({
    queryKey: [timelineKey, board, 'preview', moment],
    queryFn: ({ signal }) => call(postBackToMomentPreview, { params: { board }, body: { moment }, signal }),
    staleTime: 0,
    gcTime: 0,
  });
}

/** Brings a board back, or takes that back; the past is asked for again then. */
export function useBringingBack(board: string): {
  readonly bringBack: (moment: number) => Promise<AnswerOf<typeof postBackToMoment>>;
  readonly undo: (at: number) => Promise<void>;
} {
  const client = useQueryClient();
  const refresh = useCallback(() => client.invalidateQueries({ queryKey: [timelineKey, board] }), [client, board]);
  return {
    bringBack: async (moment) => {
      const done = await call(postBackToMoment, { params: { board }, body: { moment } });
      void refresh();
      return done;
    },
    undo: async (at) => {
      await call(postBackToMoment, { params: { board }, body: { undo: at } });
      void refresh();
    },
  };
}
