import {
  getSchoolProvider,
  postRemoveSchoolProvider,
  postSchoolProvider,
  postTrySchoolProvider,
} from '@bridgeboard/protocol';

import type { Api } from '../../http/call.ts';
import type { SchoolProviders } from './school-provider.ts';

/** What administrators do about their school's provider of sign-in. */
export function mountSchoolProvider(api: Api, providers: SchoolProviders): void {
  api.on(getSchoolProvider, ({ session }) => providers.read(session.person.school));
  api.on(postTrySchoolProvider, async ({ session }) => {
    await providers.check(session.person.school);
    return {};
  });
  api.on(postSchoolProvider, async ({ session, body, request, network }) => {
    await providers.set(session, body, { headers: request.headers, network });
    return {};
  });
  api.on(postRemoveSchoolProvider, async ({ session, body, request, network }) => {
    await providers.remove(session, body.password, { headers: request.headers, network });
    return {};
  });
}
