import { dayOf } from '../platform/clock.ts';
import { newId } from '../platform/database/ids.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import { AccountSchema, CredentialSchema, RoleAssignmentSchema } from '../identity/account.entity.ts';
import { hashPassword } from '../identity/password.commands.ts';
import { AsnEmploymentSchema, AsnPersonalSchema, AsnProfileSchema } from '../organisation/asn.entity.ts';
import {
  PartnerAnswerSchema,
  PartnerJoinSchema,
  PartnerMembershipSchema,
  PartnerRegistrationSchema,
  PartnerSchema,
} from '../partners/partner.entity.ts';
import { partnerChecks } from '../partners/partner.rules.ts';
import { accounts } from './data/accounts.ts';
import { partners, type PartnerSeed } from './data/partners.ts';
import { makePeople } from './data/people.ts';
import { posts } from './data/posts.ts';
import type { Ground } from './ground.ts';

export interface People {
  /** Account ids by address. */
  accounts: Map<string, string>;
  /** Partner ids by key. */
  partners: Map<string, string>;
}

/** Civil servants with their guarded data, partners, and the accounts one signs in with. */
export async function plantPeople(work: Work, ground: Ground, password: string): Promise<People> {
  const profiles = plantProfiles(work, ground);
  const partnerIds = new Map(partners.map(({ key }) => [key, newId()]));
  for (const partner of partners) plantPartner(work, partnerIds.get(partner.key)!, partner);
  await work.em.flush();
  const accountIds = await plantAccounts(work, ground, { profiles, partnerIds, password });
  plantVerifications(work, partnerIds, accountIds.get('sekretariat@alak.contoh')!);
  await work.em.flush();
  return { accounts: accountIds, partners: partnerIds };
}

function plantPartner({ em, now }: Work, id: string, partner: PartnerSeed): void {
  const { name, kind, state, summary, website = null, legalNumber, address, phone } = partner;
  em.create(PartnerSchema, { id, name, kind, state, summary, website, updatedAt: now });
  em.create(PartnerRegistrationSchema, { partner: id, legalNumber, address, phone, submittedAt: now });
}

function plantVerifications({ em, now }: Work, partnerIds: Map<string, string>, by: string): void {
  for (const { key } of partners.filter(({ state }) => state === 'VERIFIED')) {
    const partner = partnerIds.get(key)!;
    const met = [...partnerChecks];
    em.create(PartnerAnswerSchema, {
      id: newId(),
      partner,
      outcome: 'VERIFY',
      met,
      reason: null,
      by,
      at: now,
    });
  }
}

function plantProfiles({ em, now }: Work, ground: Ground): Map<string, string> {
  const profiles = new Map<string, string>();
  for (const person of makePeople(posts, now)) {
    const id = newId();
    profiles.set(person.key, id);
    em.create(AsnProfileSchema, {
      id,
      updatedAt: now,
      frontTitle: person.frontTitle ?? null,
      name: person.name,
      backTitle: person.backTitle ?? null,
      position: ground.posts.get(person.post)!,
    });
    em.create(AsnEmploymentSchema, {
      asnProfile: id,
      nip: person.nip,
      rank: person.rank,
      employmentKind: person.employmentKind,
      positionSince: person.positionSince,
    });
    const { bornOn, phone, privateEmail } = person;
    em.create(AsnPersonalSchema, { asnProfile: id, bornOn, phone, privateEmail });
  }
  return profiles;
}

interface Belongings {
  profiles: Map<string, string>;
  partnerIds: Map<string, string>;
  password: string;
}

async function plantAccounts({ em, now }: Work, ground: Ground, belongings: Belongings) {
  const fromDay = `${Number(dayOf(now).slice(0, 4)) - 1}-01-01`;
  const ids = new Map<string, string>();
  for (const { email, displayName, person, roles, partner, asks } of accounts) {
    const id = newId();
    ids.set(email, id);
    em.create(AccountSchema, {
      id,
      email,
      displayName,
      asnProfile: person ? belongings.profiles.get(person)! : null,
      activatedAt: now,
    });
    const passwordHash = await hashPassword(belongings.password);
    em.create(CredentialSchema, { account: id, passwordHash, changedAt: now });
    for (const { role, unit, basis } of roles) {
      const orgUnit = ground.units.get(unit)!;
      em.create(RoleAssignmentSchema, { id: newId(), account: id, role, orgUnit, fromDay, basis });
    }
    if (partner) {
      em.create(PartnerMembershipSchema, {
        id: newId(),
        partner: belongings.partnerIds.get(partner.key)!,
        account: id,
        displayName,
        owner: partner.owner,
      });
    }
    if (asks) {
      const asked = belongings.partnerIds.get(asks)!;
      em.create(PartnerJoinSchema, {
        id: newId(),
        partner: asked,
        account: id,
        displayName,
        email,
        askedAt: now,
      });
    }
  }
  await em.flush();
  return ids;
}
