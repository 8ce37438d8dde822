import {
  getPupilFile,
  postClass,
  postClassChange,
  postClassCode,
  postClassRemoval,
  postConsent,
  postPupilName,
  postPupilPin,
  postPupilRemoval,
  postPupilSuspension,
  postPupilTrust,
  postPupils,
  type AuditSubject,
} from '@bridgeboard/protocol';

import { told, type AuditedRoute } from './route-rule.ts';

function aboutClass(id: string): { readonly subjects: readonly AuditSubject[] } {
  return { subjects: [{ kind: 'class', id }] };
}

function aboutPupil({ ids }: { ids: { class: string; pupil: string } }): {
  readonly subjects: readonly AuditSubject[];
} {
  return {
    subjects: [
      { kind: 'person', id: ids.pupil },
      { kind: 'class', id: ids.class },
    ],
  };
}

/** Classes and pupils. */
export const routesOfClasses: readonly AuditedRoute[] = [
  told(postClass, {
    acts: ['class.make'],
    tell: ({ answer }) => ({ act: 'class.make', ...aboutClass(answer.id) }),
  }),
  told(postClassChange, {
    acts: ['class.change'],
    tell: ({ ids }) => ({ act: 'class.change', ...aboutClass(ids.class) }),
  }),
  told(postClassCode, {
    acts: ['class.code'],
    opens: true,
    tell: ({ ids }) => ({ act: 'class.code', ...aboutClass(ids.class) }),
  }),
  told(postClassRemoval, {
    acts: ['class.remove'],
    tell: ({ ids, answer }) => {
      const people = answer.erased.map((id): AuditSubject => ({ kind: 'person', id }));
      const subjects = [...aboutClass(ids.class).subjects, ...people];
      return { act: 'class.remove', subjects, detail: String(answer.erased.length) };
    },
  }),
  told(postPupils, {
    acts: ['pupil.import'],
    opens: true,
    tell: ({ ids, body }) => ({ act: 'pupil.import', ...aboutClass(ids.class), detail: String(body.names.length) }),
  }),
  told(postConsent, {
    acts: ['pupil.consent'],
    opens: true,
    tell: ({ ids, body }) => ({
      act: 'pupil.consent',
      subjects: [...body.pupils.map((id) => ({ kind: 'person' as const, id })), ...aboutClass(ids.class).subjects],
      detail: `${body.kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)},${body.given ? 'given' : 'taken-back'}`,
    }),
  }),
  told(getPupilFile, {
    acts: ['pupil.export'],
    opens: true,
    tell: (done) => ({ act: 'pupil.export', ...aboutPupil(done) }),
  }),
  told(postPupilName, {
    acts: ['pupil.change'],
    tell: (done) => ({ act: 'pupil.change', ...aboutPupil(done) }),
  }),
  told(postPupilPin, {
    acts: ['pupil.pin'],
    opens: true,
    tell: (done) => ({ act: 'pupil.pin', ...aboutPupil(done) }),
  }),
  told(postPupilTrust, {
    acts: ['trust.set'],
    opens: true,
    tell: (done) => ({
      act: 'trust.set',
      ...aboutPupil(done),
      detail: `${done.body.kind},${done.body.level ?? 'board'}`,
    }),
  }),
  told(postPupilRemoval, {
    acts: ['pupil.remove'],
    tell: (done) => ({ act: 'pupil.remove', ...aboutPupil(done) }),
  }),
  told(postPupilSuspension, {
    acts: ['pupil.suspend', 'pupil.unsuspend'],
    tell: (done) => ({ act: done.body.suspended ? 'pupil.suspend' : 'pupil.unsuspend', ...aboutPupil(done) }),
  }),
];
