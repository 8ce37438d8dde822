import { setTimeout as wait } from 'node:timers/promises';

import type { HttpRefusal } from '@bridgeboard/protocol';
import { HttpPerson, type HttpAnswer } from '@bridgeboard/testkit';

/** Somebody who tries more in a minute than a person may, and waits where the server says so. */
export class PatientPerson extends HttpPerson {
  override get(path: string): Promise<HttpAnswer> {
    return this.#patiently(() => super.get(path));
  }

  override post(...given: Parameters<HttpPerson['post']>): Promise<HttpAnswer> {
    return this.#patiently(() => super.post(...given));
  }

  override put(...given: Parameters<HttpPerson['put']>): Promise<HttpAnswer> {
    return this.#patiently(() => super.put(...given));
  }

  async #patiently(ask: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
    for (;;) {
      const answer = await ask();
      const { code, retryAfterMs } = (answer.json ?? {}) as Partial<HttpRefusal>;
      if (answer.status !== 429 || code !== 'RATE') return answer;
      await wait(retryAfterMs);
    }
  }
}
