import {
  getClass,
  getClassCards,
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

import { PreparedAnswer } from '../http/call.ts';
import type { Api } from '../http/call.ts';
import { stillPolicy } from '../http/security-headers.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import { renderCards } from './cards-page.ts';
import type { ClassRegister } from './class-register.ts';

interface ClassRoutes {
  readonly register: ClassRegister;
  readonly schoolBrief: SchoolBriefs;
}

/** Classes and pupils, for the staff of their school. Each change answers with the class as it is then. */
export function mountClasses(api: Api, { register, schoolBrief }: ClassRoutes): void {
  api.on(getClasses, async ({ session }) => ({ classes: await register.linesFor(session.person) }));

  api.on(getClass, ({ session, ids }) => register.view(session.person, ids.class));

  api.on(getClassCards, async ({ session: { person }, ids, language, request }) => {
    const schoolClass = await register.view(person, ids.class);
    const { name: school } = await schoolBrief(person.school);
    // By the address that this very browser came by: the code is for the same people, and nobody else is shown the page.
    const origin = `${request.protocol}://${request.host}`;
    const text = renderCards({ schoolClass, school, origin, locale: language });
    return new PreparedAnswer({ text, type: 'html', policy: stillPolicy });
  });

  api.on(postClass, async ({ session: { person }, body }) => register.view(person, await register.make(person, body)));

  api.on(postClassChange, async ({ session: { person }, ids, body }) => {
    await register.change(person, ids.class, body);
    return register.view(person, ids.class);
  });

  api.on(postClassCode, async ({ session: { person }, ids }) => {
    await register.rotateCode(person, ids.class);
    return register.view(person, ids.class);
  });

  api.on(postClassRemoval, async ({ session: { person }, ids, body }) => {
    const erased = await register.removeClass(person, ids.class, body.name);
    return { classes: await register.linesFor(person), erased };
  });
  mountPupils(api, register);
}

/** Who is in a class. */
function mountPupils(api: Api, register: ClassRegister): void {
  api.on(postPupils, async ({ session: { person }, ids, body }) => {
    await register.add(person, ids.class, body.names);
    return register.view(person, ids.class);
  });

  api.on(postConsent, async ({ session: { person }, ids, body }) => {
    await register.noteConsent(person, ids.class, body);
    return register.view(person, ids.class);
  });

  api.on(postPupilName, async ({ session: { person }, ids, body }) => {
    await register.rename(person, ids, body.name);
    return register.view(person, ids.class);
  });

  api.on(postPupilPin, async ({ session: { person }, ids }) => {
    await register.forgetPin(person, ids);
    return register.view(person, ids.class);
  });

  api.on(postPupilRemoval, async ({ session: { person }, ids }) => {
    await register.remove(person, ids);
    return register.view(person, ids.class);
  });

  api.on(postPupilSuspension, async ({ session: { person }, ids, body }) => {
    await register.suspendIn(person, ids, body.suspended);
    return register.view(person, ids.class);
  });
}
