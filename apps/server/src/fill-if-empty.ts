import type { Board } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import type { Identity } from './accounts/identity.ts';
import { isLoopbackOnly } from './config.ts';
import type { Config } from './config.ts';
import { createRooms } from './create-rooms.ts';
import type { RoomParts } from './create-rooms.ts';
import { demoLine, demoWords } from './demo/demo-lines.ts';
import { readDemoSecrets } from './demo/demo-secrets.ts';
import type { DemoSecrets } from './demo/demo-secrets.ts';
import type { SeedableBoard } from './demo/seed-board.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { deriveKey } from './instance-key.ts';
import { newCode, selectorOf, showCode } from './join/class-code.ts';
import { avatarOf, hashPin } from './join/picture-pin.ts';
import { toNobody } from './rooms/fan-out.ts';
import { sealText } from './sealed-text.ts';
import { StartFailure } from './start-failure.ts';
import type { Clock } from './time-and-chance.ts';

interface FillParts extends Omit<RoomParts, 'fanOut'> {
  readonly config: Config;
  readonly instanceKey: Buffer;
  readonly identity: Pick<Identity, 'addStaff'>;
}

/** Rooms of their own, whose clock the lesson of the demo sets: what waits there has waited for minutes. */
function roomsInThePast(parts: FillParts) {
  let at = parts.clock.now();
  const clock: Clock = { now: () => at };
  const rooms = createRooms({ ...parts, clock, fanOut: toNobody });
  return {
    found: (board: Board) => rooms.boards.found(board),
    open: async (id: string): Promise<SeedableBoard> => {
      const room = await rooms.boards.room(id);
      return {
        edit: (by, message) => room.edit(by, message),
        openCases: (school) => room.reader.openCases(school),
        decide: (act) => room.reader.decide(act),
      };
    },
    setTime: (time: number) => {
      at = time;
    },
    close: () => rooms.close(),
  };
}

function seed(parts: FillParts): Promise<DemoSecrets> {
  const { storage, config, clock, random, identity, instanceKey } = parts;
  const key = deriveKey(instanceKey, 'class-codes');
  return seedDemo({
    storage,
    dataDir: config.dataDir,
    clock,
    random,
    addStaff: (staff) => identity.addStaff(staff),
    newClassCode: (classId) => {
      const code = newCode(random);
      return { code: showCode(code), selector: selectorOf(code), sealed: sealText(code, { key, of: classId, random }) };
    },
    hashPin: (pin, classmates) => hashPin(pin, random, classmates.map(avatarOf)),
    rooms: roomsInThePast(parts),
  });
}

/** The secrets in the folder, if they are of the demo in this database. */
async function secretsOf(storage: Pick<Storage, 'directory'>, dataDir: string): Promise<DemoSecrets | null> {
  const secrets = await readDemoSecrets(dataDir);
  if (secrets === null) return null;
  const known = await Promise.all(secrets.schools.map((id) => storage.directory.school(id)));
  if (known.every((school) => school === null)) return null;
  if (secrets.done && !known.includes(null)) return secrets;
  throw new StartFailure(
    `DATA_DIR=${dataDir} holds a demo whose first start was cut off: remove the folder and start again.`,
  );
}

/**
 * Fills an empty database with the demo where that is allowed, and answers the lines that tell how to come in. Elsewhere
 * an empty database stays empty, for a first school to be set up.
 */
export async function fillIfEmpty(parts: FillParts, url: string): Promise<string[]> {
  const { storage, config } = parts;
  const isEmpty = (await storage.directory.schools()).length === 0;
  const mayShow = config.demo && isLoopbackOnly(config);
  if (!mayShow) return [];
  const secrets = isEmpty ? await seed(parts) : await secretsOf(storage, config.dataDir);
  return secrets === null ? [] : [...demoWords(secrets, url), demoLine(secrets, url)];
}
