import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

import { paths } from '../../app/paths.ts';
import { takeCodeFromAddress } from '../../front-door/take-code-from-address.ts';
import { useWordsFor } from '../../i18n/use-words-for.ts';
import { LanguagePicker } from '../../ui/language-picker.tsx';
import { Loading } from '../../ui/loading.tsx';
import { CodeForm } from './code-form.tsx';
import { usePostCode } from './join-api.ts';
import type { ClassAtDoor, PupilTile } from './join-api.ts';
import { NameTiles } from './name-tiles.tsx';
import { PinStep } from './pin-step.tsx';
import { forgetClass, recallCode, rememberCode } from './shared-tablet.ts';

/** From the class code to the lobby: code, name, four pictures; each a page of the history, so that Back goes one step back. */
export function JoinFlow({ onIn }: { readonly onIn: () => void }): ReactNode {
  const [location, navigate] = useLocation();
  const [classAtDoor, setClassAtDoor] = useState<ClassAtDoor>();
  const [pupil, setPupil] = useState<PupilTile>();
  const postCode = usePostCode();
  const { mutate } = postCode;

  const showCode = useCallback(
    (code: string) => {
      mutate(code, {
        onSuccess: (found) => {
          rememberCode(code);
          setClassAtDoor(found);
          navigate(paths.joinName, { replace: true });
        },
      });
    },
    [mutate, navigate],
  );
  useWordsFor(classAtDoor);
  useScannedCode(showCode);
  useRecalledCode(location === paths.joinName && classAtDoor === undefined, showCode);

  if (classAtDoor !== undefined && pupil !== undefined && location === paths.joinPictures) {
    return (
      <PinStep
        key={pupil.id}
        pupil={pupil}
        kind={classAtDoor.pin}
        onBack={() => navigate(paths.joinName, { replace: true })}
        onIn={onIn}
      />
    );
  }
  if (classAtDoor !== undefined && location !== paths.join) {
    const pick = (picked: PupilTile): void => {
      setPupil(picked);
      navigate(paths.joinPictures);
    };
    const otherClass = (): void => {
      forgetClass();
      navigate(paths.join, { replace: true });
    };
    return <NameTiles classAtDoor={classAtDoor} onBack={otherClass} onPick={pick} />;
  }
  if (postCode.isPending) return <Loading />;
  return (
    <CodeForm
      failure={postCode.error ?? undefined}
      checking={postCode.isPending}
      end={<LanguagePicker />}
      onCode={showCode}
    />
  );
}

/** A QR scanned while this page is open changes the address only; no new page is loaded for it. */
function useScannedCode(onCode: (code: string) => void): void {
  useEffect(() => {
    function look(): void {
      const code = takeCodeFromAddress(location, history);
      if (code !== undefined) onCode(code);
    }
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, [onCode]);
}

/** Switching to another child of the same class leads straight to the names. */
function useRecalledCode(isWanted: boolean, onCode: (code: string) => void): void {
  useEffect(() => {
    const code = recallCode();
    if (isWanted && code !== '') onCode(code);
  }, [isWanted, onCode]);
}
