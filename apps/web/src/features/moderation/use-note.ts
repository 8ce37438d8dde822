import { useState } from 'react';

/** The words that go back to the pupil with a piece. */
export type Note = {
  readonly words: string;
  /** Sending back was asked for without words: the phrases ask for some. */
  readonly isWanted: boolean;
  readonly write: (words: string) => void;
  readonly want: () => void;
  /** Another piece, another note. */
  readonly putDown: () => void;
};

export function useNote(): Note {
  const [words, write] = useState('');
  const [isWanted, setWanted] = useState(false);
  const putDown = (): void => {
    write('');
    setWanted(false);
  };
  return { words, isWanted, write, want: () => setWanted(true), putDown };
}
