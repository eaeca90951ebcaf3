import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../platform/graph/connection.graph.ts';
import { graphEnum } from '../platform/graph/enum.ts';
import { Guarded, Identified } from '../platform/graph/guarded.ts';
import { Node } from '../platform/graph/node.graph.ts';
import type { OrgUnitKind } from './unit.rules.ts';

export const OrgUnitKindEnum = graphEnum<OrgUnitKind>('OrgUnitKind', 'What sort of unit it is.', {
  CITY: 'City or regency (kota, kabupaten); the root of a tree.',
  AGENCY: 'Agency (dinas, badan).',
  DISTRICT: 'Kecamatan.',
  SUBDISTRICT: 'Kelurahan.',
  SECTION: 'Seksi or subbagian within another unit.',
  FACILITY: 'A place that serves people, such as a puskesmas.',
});

@ObjectType('OrgUnit', {
  implements: Node,
  description: 'Unit of the organisation tree (dinas, kecamatan, kelurahan, seksi, puskesmas).',
  simpleResolvers: true,
})
@Guarded('public')
@Identified('unt')
export class OrgUnit implements Node {
  id: string;

  @Field(() => String, { description: 'Short code, unique in the whole tree.' })
  code: string;

  @Field(() => String, { description: 'Name as written in letters.' })
  name: string;

  @Field(() => OrgUnitKindEnum, { description: 'What sort of unit it is.' })
  kind: OrgUnitKind;

  @Field(() => Int, { description: 'Grows by one with every change; send it back as `expectedVersion`.' })
  version: number;
}

export const OrgUnitConnection = connectionOf('OrgUnit', () => OrgUnit);
