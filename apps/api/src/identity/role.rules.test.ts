import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsRole, overseeingRoles, roles, rootsOf, staffRoles, type HeldRole } from './role.rules.ts';

const city = 'kota';
const district = 'kecamatan';
const ward = 'kelurahan';
const other = 'kecamatan lain';
const held: HeldRole[] = [
  { role: 'SECRETARIAT', unitId: district },
  { role: 'HR', unitId: city },
];

test('the administrator is no staff, and a reviewer oversees nothing', () => {
  expect(roles.filter((role) => !staffRoles.includes(role))).toEqual(['ADMIN']);
  expect(staffRoles.filter((role) => !overseeingRoles.includes(role))).toEqual(['REVIEWER']);
});

test('a role holds at its unit and at every unit under it, and nowhere else', () => {
  expect(holdsRole(held, ['SECRETARIAT'], [district, city])).toBe(true);
  expect(holdsRole(held, ['SECRETARIAT'], [ward, district, city])).toBe(true);
  expect(holdsRole(held, ['SECRETARIAT'], [city])).toBe(false);
  expect(holdsRole(held, ['SECRETARIAT'], [other, city])).toBe(false);
});

test('one of the wanted roles is enough, another one is not', () => {
  expect(holdsRole(held, ['APPROVER', 'HR'], [other, city])).toBe(true);
  expect(holdsRole(held, ['APPROVER', 'REVIEWER'], [district, city])).toBe(false);
  expect(holdsRole(held, [], [district, city])).toBe(false);
});

test('who holds nothing has no right anywhere', () => {
  expect(holdsRole([], roles, [ward, district, city])).toBe(false);
  expect(rootsOf([], roles)).toEqual([]);
});

test('the roots are the units of the wanted roles, each once', () => {
  const twice: HeldRole[] = [...held, { role: 'APPROVER', unitId: district }];
  expect(rootsOf(twice, ['SECRETARIAT', 'APPROVER'])).toEqual([district]);
  expect(rootsOf(twice, roles)).toEqual([district, city]);
  expect(rootsOf(twice, ['ADMIN'])).toEqual([]);
});

test('a role holds at a unit exactly when one of its roots is that unit or above it', () => {
  const unit = fc.constantFrom(city, district, ward, other);
  const anyHeld = fc.array(fc.record({ role: fc.constantFrom(...roles), unitId: unit }), { maxLength: 5 });
  fc.assert(
    fc.property(
      anyHeld,
      fc.subarray([...roles]),
      fc.subarray([city, district, ward, other]),
      (mine, wanted, above) => {
        const reaches = rootsOf(mine, wanted).some((root) => above.includes(root));
        expect(holdsRole(mine, wanted, above)).toBe(reaches);
      },
    ),
  );
});
