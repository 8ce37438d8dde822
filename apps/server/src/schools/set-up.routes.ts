import { postSetUp } from '@bridgeboard/protocol';

import type { Api } from '../http/call.ts';
import type { SignIn } from './school.routes.ts';
import type { FirstSchool } from './first-school.ts';

interface SetUpParts {
  readonly firstSchool: FirstSchool;
  readonly signIn: SignIn;
}

/** The first school from the browser. */
export function mountSetUp(api: Api, { firstSchool, signIn }: SetUpParts): void {
  api.on(postSetUp, async (call) => {
    const school = await firstSchool.setUp(call.body, call.network);
    await signIn(call.body.administrator, call);
    return { school };
  });
}
