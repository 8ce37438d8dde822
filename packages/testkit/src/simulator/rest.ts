import type { Tab } from './client/tab.ts';
import { openStage } from './operations/stage.ts';
import type { World } from './world.ts';

/** How long it may take, once everything works again, until everybody is live and has nothing pending, in ms. */
const longestHealMs = 180_000;
/** How long is waited where two worlds are compared: as long in both. */
const fixedHealMs = 50_000;
/** So long the server ticks as often as ever. */
const busyMs = 3_000;
/** Bursts close by time alone; after this all have. */
const afterBurstMs = 66_000;

/** Mends everything, lets everything happen that still can, and has all of it compared. */
export async function comeToRest(world: World): Promise<void> {
  mend(world);
  await untilQuiet(world);
  world.tickMs = 1_000;
  await world.time.advance(afterBurstMs);
  world.tickMs = 33;
  await world.time.advance(1_200);
  await world.watch.rested();
}

function mend(world: World): void {
  const { store } = world;
  store.nextAppend = null;
  store.failingReads = 0;
  store.appendMs = world.setup.appendMs;
  world.startServer();
  for (const device of world.devices.values()) {
    device.line.unblock();
    device.line.extraMs = 0;
    device.line.repeats = 0;
    device.store.isBroken = false;
    world.wake(device);
  }
}

async function untilQuiet(world: World): Promise<void> {
  const since = world.time.now();
  const isTwin = world.stage !== openStage;
  let quietMs = Infinity;
  for (;;) {
    await world.time.advance(250);
    const busy = world.liveTabs.filter((tab) => !isQuiet(tab));
    const tookMs = world.time.now() - since;
    if (tookMs >= busyMs) world.tickMs = 500;
    quietMs = busy.length === 0 ? Math.min(quietMs, tookMs) : Infinity;
    if (isTwin ? tookMs < fixedHealMs : busy.length > 0 && tookMs < longestHealMs) continue;
    if (busy.length === 0) world.healMs.push(quietMs);
    for (const tab of busy) {
      world.watch.fail('diverged', `${tab.name} does not come to rest: ${JSON.stringify(tab.session.status.value)}`);
    }
    return;
  }
}

function isQuiet(tab: Tab): boolean {
  if (tab.isOver) return true;
  const { state, save, closed } = tab.session.status.value;
  // Who may not write keeps what they did, and waits.
  return state === 'live' && (closed !== null || save.name === 'saved' || save.name === 'notAccepted');
}
