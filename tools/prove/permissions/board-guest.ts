import type { HttpPerson } from '@bridgeboard/testkit';

interface Link {
  readonly token: string;
  readonly guests: readonly { readonly id: string }[];
}

/** Somebody who looks on at a board by a link, for as long as the proof takes. */
export class BoardGuest {
  readonly #staff: HttpPerson;
  readonly #path: string;
  #id = '';

  constructor(parts: { staff: HttpPerson; board: string }) {
    this.#staff = parts.staff;
    this.#path = `/api/boards/${parts.board}/guests`;
  }

  async letIn(guest: HttpPerson): Promise<void> {
    const { token, guests } = (await this.#staff.post(this.#path, { name: 'Ms Wen', minutes: 720, adds: true }))
      .json as Link;
    await guest.post('/api/guest/enter', { token });
    this.#id = guests.at(-1)?.id ?? '';
  }

  /** Turns off every other link. */
  async endOthers(): Promise<void> {
    const { guests } = (await this.#staff.get(this.#path)).json as Link;
    for (const { id } of guests) if (id !== this.#id) await this.#staff.post(`${this.#path}/${id}/end`);
  }
}
