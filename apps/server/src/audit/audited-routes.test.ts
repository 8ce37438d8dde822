import * as protocol from '@bridgeboard/protocol';
import { auditActs, postDismiss, postDoor, postSignIn, type Endpoint } from '@bridgeboard/protocol';
import { StorageUnavailable, type Storage } from '@bridgeboard/storage';
import { openMemoryStorage } from '@bridgeboard/storage/memory';
import { beforeEach, describe, expect, test } from 'vitest';

import { AuditKeeper } from '../audit-keeper.ts';
import { systemRandom } from '../time-and-chance.ts';
import { auditedRoutes, createAudited } from './audited-routes.ts';

const exported: readonly unknown[] = Object.values(protocol);
const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value;
const endpoints = exported.filter(isEndpoint);

/** What is written by no route: by the instance itself, or by rooms for acts that have no route of their own yet. */
const ofNoRoute = new Set<string>([
  'board.allow-open',
  'board.archive',
  'board.delete',
  'board.keep',
  'board.remove-member',
  'board.restore',
  'board.return-member',
  'person.erase',
  'alert.waits',
  'store.backup',
  'store.restore',
]);

describe('the lines of routes', () => {
  test('[AU1] each route that changes something is told of, or a reason says why not', () => {
    const changing = endpoints.filter(({ method }) => method !== 'GET');
    expect(changing.filter((one) => !auditedRoutes.has(one)).map(({ method, path }) => `${method} ${path}`)).toEqual(
      [],
    );
    expect(changing.length).toBeGreaterThan(20);
    for (const rule of auditedRoutes.values()) {
      expect(rule.kind === 'none' ? rule.why.length > 20 : rule.acts.length > 0).toBe(true);
    }
  });

  test('[AU1] each act of the closed list is one that somebody writes', () => {
    const written = new Set([...auditedRoutes.values()].flatMap((rule) => (rule.kind === 'none' ? [] : rule.acts)));
    expect(auditActs.filter((act) => !written.has(act) && !ofNoRoute.has(act))).toEqual([]);
  });
});

describe('where the log cannot be written', () => {
  let storage: Storage;
  let isAway: boolean;
  let done: string[];
  let failures: number;
  let keeper: AuditKeeper;

  beforeEach(async () => {
    storage = await openMemoryStorage();
    [isAway, done, failures] = [true, [], 0];
    keeper = new AuditKeeper({
      log: {
        append: (drafts, seal) =>
          isAway ? Promise.reject(new StorageUnavailable('DB_DOWN', null)) : storage.audit.append(drafts, seal),
      },
      clock: { now: () => 5 },
      random: systemRandom,
    });
  });

  const teacher = { id: 'teacher-001', name: 'Reed', role: 'staff' as const, school: 'school-0001' };
  const board = { id: 'board-00001', schools: ['school-0001', 'school-0002'] };
  async function ask(endpoint: Endpoint, body: object): Promise<unknown> {
    const audited = createAudited({ keeper, storage, onError: () => (failures += 1) });
    const call = { session: { person: teacher }, board, ids: {}, body, network: '10.77.1.9' };
    return audited(endpoint, call as never, async () => void done.push(endpoint.path));
  }
  const acts = async () => (await storage.audit.read(1, 9)).map(({ line }) => line.act);

  test('[AU1] what opens something is not answered as done, nor done again until the log is written', async () => {
    await expect(ask(postDoor, { minutes: 30 })).rejects.toBeInstanceOf(StorageUnavailable);
    await expect(ask(postDoor, { minutes: 30 })).rejects.toBeInstanceOf(StorageUnavailable);
    expect(done).toEqual([postDoor.path]);
    isAway = false;
    await ask(postDoor, { minutes: 0 });
    expect(await acts()).toEqual(['door.open', 'door.shut']);
  });

  test('[AU1] what protects somebody is done, and its line comes when it can', async () => {
    await storage.directory.putClass({
      id: 'class-00001',
      school: teacher.school,
      name: '5B',
      codeSelector: 'ABCD',
      codeSealed: 'x',
      pin: 'pictures',
      ages: '8-11',
    });
    const consent = { photoOnBoard: false, photoToPartner: false, publishWork: false, nicknameOnPublished: false };
    await storage.directory.putPupil({
      id: 'pupil-00001',
      nickname: 'Oliver H.',
      classId: 'class-00001',
      pinHash: null,
      consent,
      createdDay: '2026-11-30',
    });
    await ask(postDismiss, { pupils: ['pupil-00001', 'pupil-of-others'] });
    await ask(postDismiss, { pupils: ['pupil-of-others'] });
    expect([done.length, failures, (await acts()).length]).toEqual([2, 1, 0]);
    isAway = false;
    await keeper.flush();
    const [kept] = await storage.audit.read(1, 9);
    expect(kept?.line).toMatchObject({
      act: 'pupil.dismiss',
      by: { person: teacher.id },
      schools: [teacher.school],
      subjects: [{ kind: 'person', id: 'pupil-00001' }],
    });
    expect(JSON.stringify(kept)).not.toContain('Oliver');
  });

  test('[SG-05] where a sign-in came from is cut short before it is kept, and stands beside the line', async () => {
    isAway = false;
    await storage.directory.putStaff({ ...teacher, name: 'Reed', demo: false, roles: ['teacher'], endedAt: null });
    const audited = createAudited({ keeper, storage, onError: () => undefined });
    const ask6 = { session: null, ids: {}, body: {}, network: '2001:db8:1:2::/64' };
    for (const call of [{ ...ask6, network: '10.77.1.9' }, ask6]) {
      await audited(postSignIn, call as never, async () => ({ user: { id: teacher.id, name: 'Reed' } }));
    }
    const kept = await storage.audit.read(1, 9);
    expect(kept.map(({ network }) => network?.cut)).toEqual(['10.77.1.0/24', '2001:db8:1::/48']);
    expect(kept.map(({ line }) => [line.act, line.by?.person])).toEqual([
      ['session.begin', teacher.id],
      ['session.begin', teacher.id],
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/10\.77\.1\.9|Reed/);
    await storage.audit.forgetNetworks(6);
    expect(JSON.stringify(await storage.audit.read(1, 9))).not.toMatch(/10\.77|2001/);
  });
});
