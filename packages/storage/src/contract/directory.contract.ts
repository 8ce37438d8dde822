import { earlierRules, strictRules, usualDesk, type School, type StaffMember } from '@bridgeboard/protocol';
import { describe, expect, it } from 'vitest';
import { freshId, sampleClass, samplePartnership, samplePupil, sampleSchool, sampleStaff } from './samples.ts';
import { useStore, type OpenTestStore } from './use-store.ts';

function ids(things: readonly { id: string }[]): string[] {
  return things.map((thing) => thing.id);
}

/** What every directory does, whatever keeps it. */
export function directoryContract(open: OpenTestStore): void {
  describe('schools and partnerships', () => {
    const store = useStore(open);

    it('a school comes back deep-equal', async () => {
      const school = sampleSchool({ name: "St Mary's مدرسة", languages: [] });
      await store.storage.directory.putSchool(school);
      expect(await store.storage.directory.school(school.id)).toStrictEqual(school);
    });

    it('[PP1] a school comes back with rules that hold at any time', async () => {
      const school = sampleSchool({ rules: { ...strictRules, hours: null } });
      await store.storage.directory.putSchool(school);
      expect(await store.storage.directory.school(school.id)).toStrictEqual(school);
    });

    it('[PP1] a school that was kept before schools had rules goes on as it was', async () => {
      const { rules: _, link: __, desk: ___, ...before } = sampleSchool();
      await store.storage.directory.putSchool(before as School);
      expect(await store.storage.directory.school(before.id)).toStrictEqual({
        ...before,
        rules: earlierRules,
        link: 'good',
        desk: usualDesk,
      });
    });

    it('an unknown school is null', async () => {
      expect(await store.storage.directory.school(freshId())).toBeNull();
    });

    it('a school put again takes the place of the first', async () => {
      const school = sampleSchool();
      await store.storage.directory.putSchool(school);
      await store.storage.directory.putSchool({ ...school, name: 'Another name', languages: ['fr', 'ar'] });
      expect(await store.storage.directory.school(school.id)).toStrictEqual({
        ...school,
        name: 'Another name',
        languages: ['fr', 'ar'],
      });
    });

    it('schools are listed once each, in order of id', async () => {
      const schools = [sampleSchool(), sampleSchool(), sampleSchool()];
      for (const school of [...schools, ...schools]) await store.storage.directory.putSchool(school);
      const listed = ids(await store.storage.directory.schools());
      expect(listed).toStrictEqual([...new Set(listed)].sort());
      expect(listed).toStrictEqual(expect.arrayContaining(ids(schools)));
    });

    it('a partnership is found from each of its schools and from no other', async () => {
      const [one, two, other] = [freshId(), freshId(), freshId()];
      const partnership = samplePartnership([one, two]);
      await store.storage.directory.putPartnership(partnership);
      expect(await store.storage.directory.partnershipsOf(one)).toStrictEqual([partnership]);
      expect(await store.storage.directory.partnershipsOf(two)).toStrictEqual([partnership]);
      expect(await store.storage.directory.partnershipsOf(other)).toStrictEqual([]);
    });

    it('a school that left a partnership does not find it any more', async () => {
      const [one, two] = [freshId(), freshId()];
      const partnership = samplePartnership([one, two]);
      await store.storage.directory.putPartnership(partnership);
      await store.storage.directory.putPartnership({ ...partnership, schools: [one] });
      expect(await store.storage.directory.partnershipsOf(two)).toStrictEqual([]);
    });

    it('partnerships are listed in order of id', async () => {
      const school = freshId();
      const partnerships = Array.from({ length: 4 }, () => samplePartnership([school]));
      for (const partnership of partnerships) await store.storage.directory.putPartnership(partnership);
      expect(ids(await store.storage.directory.partnershipsOf(school))).toStrictEqual(ids(partnerships).sort());
    });

    it('a partnership comes back deep-equal, and an unknown one is null', async () => {
      const partnership = samplePartnership([freshId(), freshId()]);
      await store.storage.directory.putPartnership(partnership);
      expect(await store.storage.directory.partnership(partnership.id)).toStrictEqual(partnership);
      expect(await store.storage.directory.partnership(freshId())).toBeNull();
    });

    it('[CH8] of two changes of a partnership that begin from the same version one is kept, and the other is told', async () => {
      const { directory } = store.storage;
      const partnership = samplePartnership([freshId(), freshId()]);
      await directory.putPartnership(partnership);
      const changes = ['One', 'Two', 'Three'].map((title) => ({ ...partnership, title, version: 1 }));
      const kept = await Promise.all(changes.map((next) => directory.changePartnership(next)));
      expect(kept.filter((isKept) => isKept)).toHaveLength(1);
      expect(await directory.partnership(partnership.id)).toStrictEqual(changes[kept.indexOf(true)]);
      expect(await directory.changePartnership({ ...partnership, title: 'Four', version: 2 })).toBe(true);
    });

    it('[CH8] a partnership that is not there is not changed', async () => {
      const { directory } = store.storage;
      const partnership = samplePartnership([freshId()]);
      expect(await directory.changePartnership({ ...partnership, version: 1 })).toBe(false);
      expect(await directory.partnership(partnership.id)).toBeNull();
    });

    it('what cannot be read back is not kept', async () => {
      const school = sampleSchool({ id: 'no id of ours' });
      await expect(store.storage.directory.putSchool(school)).rejects.toBeInstanceOf(RangeError);
      expect(await store.storage.directory.school(school.id)).toBeNull();
    });

    it('what the caller does to a school afterwards changes nothing', async () => {
      const school = sampleSchool();
      const kept = structuredClone(school);
      const put = store.storage.directory.putSchool(school);
      await put;
      school.languages.push('fr');
      expect(await store.storage.directory.school(kept.id)).toStrictEqual(kept);
    });

    it('[SEC-12] a query operator in place of an id finds nothing', async () => {
      await store.storage.directory.putSchool(sampleSchool());
      const operator = { $ne: 'x' } as unknown as string;
      const answer = await store.storage.directory.school(operator).catch(() => null);
      expect(answer).toBeNull();
    });
  });

  describe('people', () => {
    const store = useStore(open);

    it('a member of staff comes back deep-equal', async () => {
      const member = sampleStaff({ demo: true });
      await store.storage.directory.putStaff(member);
      expect(await store.storage.directory.staff(member.id)).toStrictEqual(member);
    });

    it('[PP2] who was kept before staff had roles is a teacher', async () => {
      const { roles: _, endedAt: __, ...before } = sampleStaff();
      await store.storage.directory.putStaff(before as StaffMember);
      expect(await store.storage.directory.staff(before.id)).toStrictEqual({
        ...before,
        roles: ['teacher'],
        endedAt: null,
      });
    });

    it('an unknown member of staff is null', async () => {
      expect(await store.storage.directory.staff(freshId())).toBeNull();
    });

    it('staff of a school are listed in order of id, without those of others', async () => {
      const school = freshId();
      const members = Array.from({ length: 4 }, () => sampleStaff({ school }));
      for (const member of [...members, sampleStaff()]) await store.storage.directory.putStaff(member);
      expect(ids(await store.storage.directory.staffOf(school))).toStrictEqual(ids(members).sort());
    });

    it('a member of staff who changed school is listed there alone', async () => {
      const member = sampleStaff();
      const school = freshId();
      await store.storage.directory.putStaff(member);
      await store.storage.directory.putStaff({ ...member, school });
      expect(await store.storage.directory.staffOf(member.school)).toStrictEqual([]);
      expect(ids(await store.storage.directory.staffOf(school))).toStrictEqual([member.id]);
    });

    it('a class comes back deep-equal', async () => {
      const schoolClass = sampleClass({ name: '' });
      await store.storage.directory.putClass(schoolClass);
      expect(await store.storage.directory.schoolClass(schoolClass.id)).toStrictEqual(schoolClass);
    });

    it('an unknown class is null', async () => {
      expect(await store.storage.directory.schoolClass(freshId())).toBeNull();
    });

    it('classes of a school are listed in order of id, without those of others', async () => {
      const school = freshId();
      const classes = Array.from({ length: 4 }, () => sampleClass({ school }));
      for (const schoolClass of [...classes, sampleClass()]) await store.storage.directory.putClass(schoolClass);
      expect(ids(await store.storage.directory.classesOf(school))).toStrictEqual(ids(classes).sort());
    });

    it('classes are found by the beginning of their code, several of them too', async () => {
      const codeSelector = freshId();
      const classes = [sampleClass({ codeSelector }), sampleClass({ codeSelector })];
      for (const schoolClass of [...classes, sampleClass()]) await store.storage.directory.putClass(schoolClass);
      expect(ids(await store.storage.directory.classesByCode(codeSelector))).toStrictEqual(ids(classes).sort());
    });

    it('[D10] after its code was rotated a class is not found by the old one', async () => {
      const schoolClass = sampleClass({ codeSelector: freshId() });
      await store.storage.directory.putClass(schoolClass);
      await store.storage.directory.putClass({ ...schoolClass, codeSelector: freshId() });
      expect(await store.storage.directory.classesByCode(schoolClass.codeSelector)).toStrictEqual([]);
    });

    it('[PU14] a class that is removed is found by nothing, and its pupils stay until they are removed too', async () => {
      const schoolClass = sampleClass({ codeSelector: freshId() });
      const pupil = samplePupil({ classId: schoolClass.id });
      await store.storage.directory.putClass(schoolClass);
      await store.storage.directory.putPupil(pupil);
      await store.storage.directory.removeClass(schoolClass.id);
      await store.storage.directory.removeClass(schoolClass.id);
      expect(await store.storage.directory.schoolClass(schoolClass.id)).toBeNull();
      expect(await store.storage.directory.classesOf(schoolClass.school)).toStrictEqual([]);
      expect(await store.storage.directory.classesByCode(schoolClass.codeSelector)).toStrictEqual([]);
      expect(await store.storage.directory.pupil(pupil.id)).toStrictEqual(pupil);
    });

    it('[SEC-12] a query operator in place of a code finds no class', async () => {
      await store.storage.directory.putClass(sampleClass());
      const operator = { $ne: null } as unknown as string;
      const answer = await store.storage.directory.classesByCode(operator).catch(() => []);
      expect(answer).toStrictEqual([]);
    });

    it('[SG-02] a pupil comes back with exactly the fields of the protocol', async () => {
      const pupil = samplePupil();
      await store.storage.directory.putPupil({ ...pupil, email: 'child@example.org' } as typeof pupil);
      expect(await store.storage.directory.pupil(pupil.id)).toStrictEqual(pupil);
    });

    it('a pupil who has chosen a PIN keeps it', async () => {
      const pupil = samplePupil();
      await store.storage.directory.putPupil(pupil);
      await store.storage.directory.putPupil({ ...pupil, pinHash: 'scrypt$1' });
      expect((await store.storage.directory.pupil(pupil.id))?.pinHash).toBe('scrypt$1');
    });

    it('[P25] a pupil is suspended, and is so no more', async () => {
      const { directory } = store.storage;
      const pupil = samplePupil();
      await directory.putPupil({ ...pupil, suspendedAt: 5 });
      expect(await directory.pupil(pupil.id)).toStrictEqual({ ...pupil, suspendedAt: 5 });
      await directory.putPupil(pupil);
      expect(await directory.pupil(pupil.id)).toStrictEqual(pupil);
    });

    it('an unknown pupil is null', async () => {
      expect(await store.storage.directory.pupil(freshId())).toBeNull();
    });

    it('pupils of a class are listed in order of id, without those of others', async () => {
      const classId = freshId();
      const pupils = Array.from({ length: 5 }, () => samplePupil({ classId }));
      for (const pupil of [...pupils, samplePupil()]) await store.storage.directory.putPupil(pupil);
      expect(ids(await store.storage.directory.pupilsOf(classId))).toStrictEqual(ids(pupils).sort());
    });
  });
}
