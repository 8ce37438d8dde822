import { writeCheckpoint } from '@bridgeboard/domain';
import { serializedSchema } from '@bridgeboard/domain/schema-check';

import { board } from '../cast.ts';
import type { Device } from '../client/device.ts';
import { heartbeatMs } from '../network/connection.ts';
import { appendFaults } from '../server/crash-store.ts';
import type { World } from '../world.ts';
import type { Operation, Step } from './operation.ts';
import { pick } from './picking.ts';

function anyDevice(world: World, step: Step): Device | undefined {
  const tabs = world.liveTabs.filter(({ player }) => world.stage.mayHaveTroubles(player));
  return pick([...new Set(tabs.map(({ device }) => device))], step.who);
}

/** Whatever the server has open on this line is given up once nothing has come through for too long. */
function giveUpLater(world: World, device: Device, isStillSilent: () => boolean): void {
  const open = world.connectionsOf(device);
  world.time.after(heartbeatMs, () => {
    if (isStillSilent()) for (const connection of open) connection.giveUpByServer();
  });
}

function partition(world: World, step: Step): boolean {
  const device = anyDevice(world, step);
  if (!device || device.isAsleep) return false;
  const { line } = device;
  if (step.a % 3 !== 1) line.block('up');
  if (step.a % 3 !== 2) line.block('down');
  giveUpLater(world, device, () => line.isPartitioned);
  const open = world.connectionsOf(device);
  // The browser gives up as well; then its next attempts fail until the line is whole.
  world.time.after(heartbeatMs + 500, () => {
    if (!line.isPartitioned) return;
    for (const connection of open) connection.break({ losesUp: true, serverLearnsAfterMs: 0 });
  });
  const lastsMs = pick([300, 3_000, 30_000, 120_000], step.b) ?? 300;
  world.time.after(lastsMs, () => line.unblock());
  return true;
}

function disconnect(world: World, step: Step): boolean {
  const device = anyDevice(world, step);
  const open = device && !device.isAsleep ? world.connectionsOf(device) : [];
  // A late close: the server may hear of the old socket's end long after the new one is at work.
  const serverLearnsAfterMs = pick([5, 200, 2_000, 60_000], step.b) ?? 5;
  for (const connection of open) connection.break({ losesUp: step.a % 2 === 0, serverLearnsAfterMs });
  return open.length > 0;
}

function sleep(world: World, step: Step): boolean {
  const device = anyDevice(world, step);
  if (!device || device.isAsleep) return false;
  device.sleep();
  giveUpLater(world, device, () => device.isAsleep);
  const lastsMs = pick([2_000, 20_000, 120_000, 8 * 3_600_000], step.a) ?? 2_000;
  world.time.after(lastsMs, () => world.wake(device));
  return true;
}

function checkpoint(world: World, step: Step): boolean {
  const state = world.process?.room?.state;
  if (!state || step.a % 4 === 3) return false;
  const chunks = writeCheckpoint(state, world.time.now());
  const manifest = {
    board: board.id,
    epoch: state.epoch,
    seq: state.seq,
    chunks: chunks.length,
    schema: serializedSchema,
  };
  void world.store.storage.journal.putCheckpoint(manifest, chunks);
  return true;
}

/** What goes wrong. */
export const faults: readonly Operation[] = [
  {
    name: 'crash',
    kind: 'fault',
    weight: 0.8,
    run: (world) => {
      world.process?.die();
      return true;
    },
  },
  {
    name: 'append fault',
    kind: 'fault',
    weight: 2,
    run: (world, step) => {
      world.store.nextAppend = pick(appendFaults, step.a) ?? null;
      return true;
    },
  },
  {
    name: 'slow store',
    kind: 'fault',
    weight: 0.7,
    run: (world, step) => {
      if (world.setup.appendMs === 0) return false;
      world.store.appendMs = world.setup.appendMs * (1 + (step.a % 40));
      return true;
    },
  },
  {
    name: 'reads fail',
    kind: 'fault',
    weight: 0.5,
    run: (world, step) => {
      world.store.failingReads = 1 + (step.a % 3);
      return true;
    },
  },
  { name: 'checkpoint', kind: 'fault', weight: 0.8, run: checkpoint },
  { name: 'disconnect', kind: 'fault', weight: 3.5, run: disconnect },
  { name: 'partition', kind: 'fault', weight: 2, run: partition },
  { name: 'sleep', kind: 'fault', weight: 1.2, run: sleep },
  {
    name: 'slow link',
    kind: 'fault',
    weight: 1,
    run: (world, step) => {
      const device = anyDevice(world, step);
      if (!device) return false;
      device.line.extraMs = pick([0, 300, 2_000, 8_000], step.a) ?? 0;
      world.time.after(20_000, () => {
        device.line.extraMs = 0;
      });
      return true;
    },
  },
  {
    name: 'edits arrive twice',
    kind: 'fault',
    weight: 1,
    run: (world, step) => {
      const device = anyDevice(world, step);
      if (device) device.line.repeats = 1 + (step.a % 6);
      return device !== undefined;
    },
  },
  {
    name: 'device keeps nothing',
    kind: 'fault',
    weight: 0.4,
    run: (world, step) => {
      const device = anyDevice(world, step);
      if (!device) return false;
      device.store.isBroken = true;
      world.time.after(5_000, () => {
        device.store.isBroken = false;
      });
      return true;
    },
  },
  { name: 'a long while', kind: 'fault', weight: 0.4, generate: () => ({ waitMs: 75_000 }), run: () => true },
  { name: 'come to rest', kind: 'fault', weight: 0.3, rests: true, run: () => true },
];
