import { postGuestNote, postTakeNoteBack } from '@bridgeboard/protocol';
import type { GuestNote, GuestNoteColor, GuestPlace } from '@bridgeboard/protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import { isTransient } from '../../lib/call-failed.ts';
import { backOff } from '../../lib/polling.ts';

/** What a guest is writing; kept on the device until it is answered, also through a reload. */
interface NoteDraft {
  readonly id: string;
  readonly text: string;
  readonly color: GuestNoteColor;
  /** Where it shall go; null for any free place. */
  readonly at: { readonly x: number; readonly y: number } | null;
  /** Whether it is one that has been sent before. */
  readonly isKnown: boolean;
}

const draftKey = 'guest-note';

/** An id for a note, as boards take them: 126 random bits. */
function newNoteId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const name = btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 21);
  return `shape:${name}`;
}

function emptyDraft(color: GuestNoteColor = 'yellow'): NoteDraft {
  return { id: newNoteId(), text: '', color, at: null, isKnown: false };
}

function keptDraft(): NoteDraft {
  const kept = sessionStorage.getItem(draftKey);
  return kept === null ? emptyDraft() : (JSON.parse(kept) as NoteDraft);
}

type Sending = UseMutationResult<
  { notes: GuestNote[] },
  Error,
  NoteDraft & { readonly page: string; readonly rev: number }
>;

interface GuestNoteDesk {
  readonly draft: NoteDraft;
  readonly change: (part: Partial<NoteDraft>) => void;
  readonly send: (page: string) => void;
  readonly correct: (note: GuestNote) => void;
  readonly startAnew: () => void;
  readonly sending: Sending;
}

/** What a guest writes and sends: tried until it is answered, under a number by which it is taken once. */
export function useGuestNote(place: GuestPlace): GuestNoteDesk {
  const [draft, setDraft] = useState(keptDraft);
  const keepNotes = useKeepNotes();
  const keep = (next: NoteDraft): void => {
    if (next.text === '') sessionStorage.removeItem(draftKey);
    else sessionStorage.setItem(draftKey, JSON.stringify(next));
    setDraft(next);
  };
  const sending: Sending = useMutation({
    ...actNow,
    mutationFn: ({ id: note, rev, text, color, page, at }) =>
      call(postGuestNote, { body: { note, rev, text, color, page, at } }),
    retry: (_failures, reason) => isTransient(reason),
    retryDelay: (failures) => backOff(1_000, failures),
    onSuccess: ({ notes }, { color }) => {
      keepNotes(notes);
      keep(emptyDraft(color));
    },
    // Its number may be used up: what is sent next is another note, or another change.
    onError: (_reason, sent) => keep(sent.isKnown ? sent : { ...sent, id: newNoteId() }),
  });
  const revOf = (id: string): number => place.notes.find((note) => note.id === id)?.rev ?? 0;
  return {
    draft,
    sending,
    change: (part) => keep({ ...draft, ...part }),
    send: (page) => sending.mutate({ ...draft, page, rev: revOf(draft.id) + 1 }),
    correct: ({ id, text, color }) => keep({ id, text, color: color as GuestNoteColor, at: null, isKnown: true }),
    startAnew: () => keep(emptyDraft()),
  };
}

/** Takes a note back. */
export function useTakeBack(): UseMutationResult<{ notes: GuestNote[] }, Error, GuestNote> {
  const keepNotes = useKeepNotes();
  return useMutation({
    ...actNow,
    mutationFn: ({ id: note, rev }) => call(postTakeNoteBack, { body: { note, rev: rev + 1 } }),
    onSuccess: ({ notes }) => keepNotes(notes),
  });
}

function useKeepNotes(): (notes: GuestNote[]) => void {
  const client = useQueryClient();
  return (notes) => client.setQueryData<GuestPlace>(['guest'], (place) => place && { ...place, notes });
}
