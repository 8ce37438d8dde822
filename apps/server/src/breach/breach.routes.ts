import { postBreach } from '@bridgeboard/protocol';

import type { Api } from '../http/call.ts';
import { BreachQuestions } from './breach-questions.ts';

/** SG-35: whom a breach concerns, for administrators and leads with a second factor. */
export function mountBreach(api: Api, parts: ConstructorParameters<typeof BreachQuestions>[0]): void {
  const questions = new BreachQuestions(parts);
  api.on(postBreach, ({ session: { person }, body }) => questions.ask(person, body));
}
