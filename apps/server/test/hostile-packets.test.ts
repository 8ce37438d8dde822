import { errorCodes } from '@bridgeboard/protocol';
import { Dice, HostilePackets, shape, until, type RawClient } from '@bridgeboard/testkit';
import { expect, test } from 'vitest';

import { startCrowdOutside, type Crowd, type Somebody } from './crowd.ts';
import type { ServerProcess } from './server-process.ts';

/** `FRAMES=1000000` for the whole of it (docs/proofs.md); `SEED` to have a run again. */
const frames = Number(process.env['FRAMES'] ?? 6_000);
const seed = Number(process.env['SEED'] ?? 1);
const batch = 40;
/** Little enough that whatever piles up ends the process, and is found. */
const heapOf96MiB = { MAX_SOCKETS_PER_SESSION: '50', NODE_OPTIONS: '--max-old-space-size=96' };

/** Somebody who sends hostile packets, comes back whenever that ended their socket, and counts how it was answered. */
class Attacker {
  readonly codes = new Map<string, number>();
  silentEnds = 0;
  readonly #crowd: Crowd<ServerProcess>;
  readonly #who: Somebody;
  readonly #packets: HostilePackets;
  #client: RawClient | null = null;

  constructor(crowd: Crowd<ServerProcess>, about: { who: Somebody; seed: number }) {
    this.#crowd = crowd;
    this.#who = about.who;
    this.#packets = new HostilePackets(new Dice(about.seed), crowd.board);
  }

  /** One batch, and the answer to an unknown event at its end: by then the server has read all of it. */
  async attack(): Promise<void> {
    const client = (this.#client ??= await this.#crowd.join(this.#who));
    if (!client.joined) throw new Error(`could not come back: ${JSON.stringify([client.ended, client.failure])}`);
    for (let i = 0; i < batch && client.socket.connected; i += 1) client.write(this.#packets.next());
    const closing = 'closing-client-00000';
    client.socket.emit('edit', { client: closing, seq: 1, ops: [{ op: 'create', record: shape('note', 'closing') }] });
    const isAnswered = (): boolean =>
      client.answers.some((answer) => answer.client === closing) || client.refusals.some(({ code }) => code === 'RATE');
    await until(() => isAnswered() || !client.socket.connected, 'an answer or the end');
    for (const { code } of client.refusals.splice(0)) this.#count(code);
    for (const { client: name, seq, refused } of client.answers.splice(0)) {
      if (name === HostilePackets.client) this.#packets.goOnAfter(seq);
      for (const { code } of refused ?? []) this.#count(code);
    }
    if (client.socket.connected) return;
    if (client.ended) this.#count(client.ended.code);
    else this.silentEnds += 1;
    await client.close();
    this.#client = null;
  }

  #count(code: string): void {
    this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
  }
}

test(
  `[REL-11] [SEC-13] ${frames} hostile packets end nothing, and each refusal has a code`,
  async () => {
    await using crowd = await startCrowdOutside({ pupils: 18, mode: 'open' }, heapOf96MiB);
    const { server } = crowd;
    const [quiet, ...others] = crowd.people;
    if (!quiet) throw new Error('nobody');
    const neighbour = await crowd.join(quiet);
    const attackers = others.map((who, at) => new Attacker(crowd, { who, seed: seed * 1_000 + at }));
    const before = server.residentMiB();
    for (let sent = 0; sent < frames; sent += batch * attackers.length) {
      await Promise.all(attackers.map((attacker) => attacker.attack()));
      const record = shape('note', crypto.randomUUID().slice(0, 20));
      expect((await neighbour.edit({ op: 'create', record }, { op: 'delete', id: record.id })).refused).toBeUndefined();
    }
    const codes = new Map<string, number>();
    for (const attacker of attackers)
      for (const [code, count] of attacker.codes) codes.set(code, (codes.get(code) ?? 0) + count);
    expect([...codes.keys()].filter((code) => !(errorCodes as string[]).includes(code))).toEqual([]);
    expect(codes.size).toBeGreaterThan(12);
    expect(attackers.reduce((sum, { silentEnds }) => sum + silentEnds, 0)).toBe(0);
    expect([server.isAlive, server.complaints]).toEqual([true, []]);
    expect([neighbour.ended, neighbour.resyncs, neighbour.refusals]).toEqual([null, 0, []]);
    const fresh = await crowd.join(quiet);
    await until(() => {
      const [a, b] = [neighbour, fresh].map((client) => JSON.stringify([...client.seen()].toSorted()));
      return a === b;
    }, 'the same board for who was there and who comes now');
    process.stdout.write(
      `${frames} packets, seed ${seed}: ${before.toFixed(0)} → ${server.residentMiB().toFixed(0)} MiB, ${JSON.stringify([...codes])}\n`,
    );
  },
  60_000 + frames * 4,
);
