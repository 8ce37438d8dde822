import type { CaseView } from '@bridgeboard/protocol';

import type { LoadPerson } from '../clients/load-client.ts';
import type { Recorder } from './recorder.ts';

interface About {
  readonly url: string;
  readonly board: string;
  readonly person: LoadPerson;
  readonly afterMs: number;
  readonly recorder: Recorder;
}

/** A teacher who approves every burst of the own school some time after it closed, over the HTTP API. */
export class Approvals {
  readonly complaints: string[] = [];
  readonly #about: About;
  readonly #seen = new Set<string>();

  constructor(about: About) {
    this.#about = about;
  }

  readonly onCases = (cases: readonly CaseView[]): void => {
    for (const one of cases) {
      const { id, status, hash } = one;
      if (status !== 'waiting' || hash === undefined || this.#seen.has(`${id} ${hash}`)) continue;
      this.#seen.add(`${id} ${hash}`);
      setTimeout(() => void this.#approve(one), this.#about.afterMs);
    }
  };

  async #approve({ id, hash, records }: CaseView): Promise<void> {
    const { url, board, person, recorder } = this.#about;
    for (const record of records) recorder.approve(record);
    try {
      const answer = await fetch(`${url}/api/boards/${board}/cases/${id}/decision`, {
        method: 'POST',
        headers: { cookie: person.cookie, origin: url, 'content-type': 'application/json' },
        body: JSON.stringify({ verdict: 'board', hash }),
      });
      const text = await answer.text();
      if (!answer.ok) this.complaints.push(`approval refused: ${answer.status} ${codeIn(text)}`);
    } catch (error) {
      this.complaints.push(`approval failed: ${String(error)}`);
    }
  }
}

function codeIn(text: string): string {
  return /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? '';
}
