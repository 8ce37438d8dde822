import {
  getClass,
  getClasses,
  postClass,
  postClassChange,
  postClassCode,
  postClassRemoval,
  postConsent,
  postPupilName,
  postPupilPin,
  postPupilRemoval,
  postPupilSuspension,
  postPupils,
} from '@bridgeboard/protocol';
import type { ClassLine, ClassView, Consent, ClassAges, PinKind } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import { pollEvery } from '../../lib/polling.ts';

const listKey = ['classes'];

function classKey(id: string): readonly string[] {
  return ['class', id];
}

/** The classes of the own school by name. */
export function useClasses(): UseQueryResult<ClassLine[]> {
  return useQuery({
    queryKey: listKey,
    queryFn: async ({ signal }) => (await call(getClasses, { signal })).classes,
    ...pollEvery(30_000),
  });
}

/** One class: another teacher's change, or a PIN that a pupil has chosen meanwhile, shows after some seconds. */
export function useClass(id: string): UseQueryResult<ClassView> {
  return useQuery({
    queryKey: classKey(id),
    queryFn: ({ signal }) => call(getClass, { params: { class: id }, signal }),
    ...pollEvery(10_000),
  });
}

/** Makes a class and hands it to `onMade`. */
export function useMakeClass(onMade: (made: ClassView) => void): UseMutationResult<ClassView, Error, string> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: (name: string) => call(postClass, { body: { name } }),
    onSuccess: async (made) => {
      onMade(made);
      await client.invalidateQueries({ queryKey: listKey });
    },
  });
}

/** Each change answers with the class as it is then, which takes the place of what was known. */
function useClassChange<Input>(
  id: string,
  change: (input: Input) => Promise<ClassView>,
): UseMutationResult<ClassView, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: change,
    onSuccess: async (view) => {
      // An answer to an older look may still be on its way; it must not put the class back.
      await client.cancelQueries({ queryKey: classKey(id) });
      client.setQueryData(classKey(id), view);
      await client.invalidateQueries({ queryKey: listKey });
    },
  });
}

export function useChangeClass(
  id: string,
): UseMutationResult<ClassView, Error, { readonly name?: string; readonly pin?: PinKind; readonly ages?: ClassAges }> {
  return useClassChange(id, (body) => call(postClassChange, { params: { class: id }, body }));
}

/** The old code opens nothing from then on. */
export function useNewCode(id: string): UseMutationResult<ClassView, Error, void> {
  return useClassChange(id, () => call(postClassCode, { params: { class: id } }));
}

/** Adds all of these names, or none of them. */
export function useAddPupils(id: string): UseMutationResult<ClassView, Error, readonly string[]> {
  return useClassChange(id, (names) => call(postPupils, { params: { class: id }, body: { names: [...names] } }));
}

export function useRenamePupil(
  id: string,
): UseMutationResult<ClassView, Error, { readonly pupil: string; readonly name: string }> {
  return useClassChange(id, ({ pupil, name }) => call(postPupilName, { params: { class: id, pupil }, body: { name } }));
}

/** Notes what the families of these pupils agree to, or no longer do. */
export function useNoteConsent(
  id: string,
): UseMutationResult<
  ClassView,
  Error,
  { readonly pupils: readonly string[]; readonly kind: keyof Consent; readonly given: boolean }
> {
  return useClassChange(id, ({ pupils, ...rest }) =>
    call(postConsent, { params: { class: id }, body: { pupils: [...pupils], ...rest } }),
  );
}

/** The pupil chooses a new PIN next time; whoever uses the old one now is signed out. */
export function useForgetPin(id: string): UseMutationResult<ClassView, Error, string> {
  return useClassChange(id, (pupil) => call(postPupilPin, { params: { class: id, pupil } }));
}

/** Keeps a pupil off all boards, or lets them come again. */
export function useSuspendPupil(
  id: string,
): UseMutationResult<ClassView, Error, { pupil: string; suspended: boolean }> {
  return useClassChange(id, ({ pupil, suspended }) =>
    call(postPupilSuspension, { params: { class: id, pupil }, body: { suspended } }),
  );
}

/** Erases the pupil and their work, for good. */
export function useRemovePupil(id: string): UseMutationResult<ClassView, Error, string> {
  return useClassChange(id, (pupil) => call(postPupilRemoval, { params: { class: id, pupil } }));
}

/** Deletes the class with all its pupils, for good. Nobody asks for it again: it is not there any more. */
export function useRemoveClass(id: string): UseMutationResult<ClassLine[], Error, string> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: async (name: string) =>
      (await call(postClassRemoval, { params: { class: id }, body: { name } })).classes,
    onSuccess: (lines) => client.setQueryData(listKey, lines),
  });
}
