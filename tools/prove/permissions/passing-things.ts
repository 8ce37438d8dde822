import type { ClassView } from '@bridgeboard/protocol';
import type { HttpPerson } from '@bridgeboard/testkit';

interface Parts {
  readonly own: HttpPerson;
  readonly partner: HttpPerson;
  readonly newName: () => string;
}

/** Things that are made for one try and do no harm if they go. */
export class PassingThings {
  readonly #parts: Parts;
  readonly #partnerships: string[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Another partnership of the own and the partner school. */
  async partnership(): Promise<string> {
    const { own, partner, newName } = this.#parts;
    const { id } = (await own.post('/api/partnerships', { title: newName() })).json as { id: string };
    const asked = (await own.post(`/api/partnerships/${id}/invitations`)).json as { id: string; token: string };
    await partner.post('/api/partnership-invitation/sign', { token: asked.token });
    await own.post(`/api/partnerships/${id}/invitations/${asked.id}`, { answer: 'confirm' });
    this.#partnerships.push(id);
    return id;
  }

  async leavePartnerships(): Promise<void> {
    const { own, partner } = this.#parts;
    for (const id of this.#partnerships.splice(0)) {
      for (const who of [own, partner]) await who.post(`/api/partnerships/${id}/leave`);
    }
  }

  /** Another class of the own school. */
  async schoolClass(): Promise<{ class: string; name: string }> {
    const name = this.#parts.newName().slice(0, 20);
    const { json } = await this.#parts.own.post('/api/classes', { name });
    return { class: (json as ClassView).id, name };
  }
}
