import type { UploadedAsset } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

import { settle, VirtualTimers } from '../simulation/virtual-timers.ts';
import type { PendingPicture, PictureStore } from './pending-picture.ts';
import { PictureOutbox } from './picture-outbox.ts';
import type { SendOutcome } from './send-picture.ts';

function picture(upload: string, owner = 'oliver board'): PendingPicture {
  const box = { x: 1, y: 2, w: 3, h: 4 };
  return { upload, owner, bytes: new Blob(['x']), altText: 'A river', page: 'page:page', box, at: 1 };
}

const asset: UploadedAsset = { id: 'a', mimeType: 'image/webp', width: 3, height: 4, bytes: 9 };
const noWay: SendOutcome = { code: null };
const tooBig: SendOutcome = { code: 'FILE_TOO_BIG', isFinal: true };
const frozen: SendOutcome = { code: 'FROZEN', isFinal: false, retryAfterMs: 9_000 };

/** A device that keeps pictures, a server whose answers are given by hand, and a page on the board. */
class Device {
  readonly kept = new Map<string, PendingPicture>();
  readonly timers = new VirtualTimers();
  readonly hung: string[] = [];
  readonly asked: string[] = [];
  canHang = true;
  keeps = true;
  #answer: ((outcome: SendOutcome) => void) | null = null;
  #tell: ((done: number) => void) | null = null;

  open(): { outbox: PictureOutbox; close: () => void } {
    const store: PictureStore = {
      read: async (owner) => [...this.kept.values()].filter((one) => one.owner === owner),
      put: async (one) => {
        if (!this.keeps) throw new Error('a private window');
        this.kept.set(one.upload, one);
      },
      remove: async (upload) => void this.kept.delete(upload),
    };
    const outbox = new PictureOutbox({
      board: 'board',
      owner: 'oliver board',
      store,
      timers: this.timers,
      send: ({ upload }, onDone, signal) => {
        this.asked.push(upload);
        this.#tell = onDone;
        return new Promise((resolve) => {
          this.#answer = resolve;
          signal.addEventListener('abort', () => resolve(noWay));
        });
      },
    });
    const close = outbox.start((one) => this.canHang && this.hung.push(one.upload) > 0);
    return { outbox, close };
  }

  async answers(outcome: SendOutcome): Promise<void> {
    this.#answer?.(outcome);
    await settle();
  }

  hasSent(done: number): void {
    this.#tell?.(done);
  }
}

const states = ({ onTheirWay }: PictureOutbox): unknown[] => onTheirWay.value.map(({ progress }) => progress);

describe('pictures on their way', () => {
  test('[REL-22] hang on the board once the server has kept them, one after the other', async () => {
    const device = new Device();
    const { outbox } = device.open();
    await Promise.all([outbox.add(picture('one')), outbox.add(picture('two'))]);
    await settle();
    expect(device.asked).toEqual(['one']);
    device.hasSent(0.5);
    expect(states(outbox)).toEqual([
      { name: 'goes', done: 0.5 },
      { name: 'waits', code: null },
    ]);
    expect(device.hung).toEqual([]);
    await device.answers({ asset });
    expect(device.hung).toEqual(['one']);
    await device.answers({ asset });
    expect([device.hung, [...device.kept], outbox.onTheirWay.value]).toEqual([['one', 'two'], [], []]);
  });

  test('[REL-05] stay on the device until then, and go on in another tab, under the same name', async () => {
    const device = new Device();
    device.kept.set('zainab', picture('zainab', 'zainab board'));
    const first = device.open();
    await first.outbox.add(picture('one'));
    await device.answers(noWay);
    first.close();
    const { outbox } = device.open();
    await settle();
    expect(outbox.onTheirWay.value.map((one) => one.picture.upload)).toEqual(['one']);
    expect(device.asked).toEqual(['one', 'one']);
    await device.answers({ asset });
    expect([device.hung, [...device.kept.keys()]]).toEqual([['one'], ['zainab']]);
  });

  test('[REL-05] wait longer and longer where nobody answers, and go at once when there is a way again', async () => {
    const device = new Device();
    const { outbox } = device.open();
    await outbox.add(picture('one'));
    await device.answers(noWay);
    expect(states(outbox)).toEqual([{ name: 'waits', code: null }]);
    await device.timers.advance(1_999);
    expect(device.asked.length).toBe(1);
    await device.timers.advance(1);
    expect(device.asked.length).toBe(2);
    await device.answers(noWay);
    await device.timers.advance(3_999);
    expect(device.asked.length).toBe(2);
    outbox.wake();
    expect(device.asked.length).toBe(3);
    await device.answers(frozen);
    expect(states(outbox)).toEqual([{ name: 'waits', code: 'FROZEN' }]);
    await device.timers.advance(8_999);
    expect(device.asked.length).toBe(3);
    await device.timers.advance(1);
    expect(device.asked.length).toBe(4);
  });

  test('[SEC-24] that are refused say why, let the next one go, and go again or away when their author says so', async () => {
    const device = new Device();
    const { outbox } = device.open();
    await Promise.all([outbox.add(picture('one')), outbox.add(picture('two'))]);
    await device.answers(tooBig);
    expect(states(outbox)).toEqual([
      { name: 'refused', code: 'FILE_TOO_BIG' },
      { name: 'goes', done: 0 },
    ]);
    await device.answers({ asset });
    outbox.retry('one');
    expect(device.asked).toEqual(['one', 'two', 'one']);
    await device.answers(tooBig);
    outbox.cancel('one');
    expect([states(outbox), [...device.kept], device.hung]).toEqual([[], [], ['two']]);
  });

  test('[BR3] that cannot be put on the board now are tried again', async () => {
    const device = new Device();
    device.canHang = false;
    const { outbox } = device.open();
    await outbox.add(picture('one'));
    await device.answers({ asset });
    expect([device.hung, states(outbox), device.kept.size]).toEqual([[], [{ name: 'waits', code: null }], 1]);
    device.canHang = true;
    await device.timers.advance(2_000);
    await device.answers({ asset });
    expect([device.hung, states(outbox), device.kept.size]).toEqual([['one'], [], 0]);
  });

  test('[BR1] that the device does not keep are sent all the same, and say so', async () => {
    const device = new Device();
    device.keeps = false;
    const { outbox } = device.open();
    await outbox.add(picture('one'));
    await device.answers(noWay);
    expect(outbox.onTheirWay.value).toMatchObject([{ isKept: false, progress: { name: 'waits' } }]);
    await device.timers.advance(2_000);
    await device.answers({ asset });
    expect(device.hung).toEqual(['one']);
  });

  test('that are taken back on their way never hang', async () => {
    const device = new Device();
    const { outbox } = device.open();
    await outbox.add(picture('one'));
    outbox.cancel('one');
    await settle();
    await device.answers({ asset });
    expect([device.hung, states(outbox), [...device.kept]]).toEqual([[], [], []]);
  });
});
