import { who } from './actors.ts';

/** Documents that together go over every list of the graph, `$n` rows at a time. */
export const graphLists: { name: string; as?: string; query: string }[] = [
  {
    name: 'needs with what belongs to them',
    as: who.secretariat,
    query: `query ($n: Int) { needs(first: $n) { totalCount nodes { title headcount viewerActions
      forUnits { name } orgUnit { name parent { name } } competency { name levels { name } }
      priority { score } indicator { name } coverage { seats } } } }`,
  },
  {
    name: 'the proposals of needs',
    as: who.secretariat,
    query: `query ($n: Int) { needs(first: $n) { nodes { proposals(first: 3) { totalCount nodes {
      title state desk viewerActions partner { name } } } } } }`,
  },
  {
    name: 'proposals with their text',
    as: who.secretariat,
    query: `query ($n: Int) { proposals(first: $n) { totalCount nodes { title partner { name } orgUnit { name }
      initiativeReason needLinks { need { title } } currentRevision { content { creditHours budgetTotal { amount }
      outcomes { competency { name } } sessions { key } speakers { key } budget { total { amount } } } } } } }`,
  },
  {
    name: 'proposals with where they stand',
    as: who.secretariat,
    query: `query ($n: Int) { proposals(first: $n) { nodes { desk reviewsIn reviewsRequired viewerActions viewerCanEdit
      viewerCanReview viewerCanLinkNeeds decision { outcome by { office } } mergedInto { code }
      recommendation { outcome by { displayName } } } } }`,
  },
  {
    name: 'the history of proposals',
    as: who.secretariat,
    query: `query ($n: Int) { proposals(first: $n) { nodes { transitions(first: 3) { totalCount nodes { action
      by { office } } } revisions(first: 2) { totalCount nodes { number } } reviews(first: 3) { totalCount nodes {
      total author { displayName } scores { score criterion { name } } } } } } }`,
  },
  {
    name: 'drafts of a partner',
    as: who.university,
    query: `query ($n: Int) { proposals(first: $n) { totalCount nodes { title viewerActions orgUnit { name }
      draft { outcomes { competency { name } } sessions { key } speakers { key } budget { key } }
      needLinks { need { title competency { name } } } transitions(first: 1) { nodes { by { displayName } } } } } }`,
  },
  {
    name: 'units with what is in them',
    query: `query ($n: Int) { orgUnits(first: $n) { totalCount nodes { parent { name }
      children(first: 2) { totalCount nodes { name } } positions(first: 2) { totalCount nodes { title } }
      needs(first: 2) { totalCount nodes { title } } } } }`,
    as: who.hr,
  },
  {
    name: 'posts with duties and standards',
    as: who.hr,
    query: `query ($n: Int, $unit: ID!) { node(id: $unit) { ... on OrgUnit { positions(first: $n) { totalCount nodes {
      title orgUnit { name } reportsTo { title } duties { description competencies { name } }
      standards { competency { name } position { title } } } } } } }`,
  },
  {
    name: 'people',
    as: who.asn,
    query: `query ($n: Int) { asnProfiles(first: $n) { totalCount nodes { displayName position { title }
      orgUnit { name } employment { nip } reports(first: 2) { totalCount nodes { displayName } } } } }`,
  },
  {
    name: 'people with personal data',
    as: who.hr,
    query: `query ($n: Int) { asnProfiles(first: $n) { nodes { employment { nip } personal { phone } } } }`,
  },
  {
    name: 'partners with their members',
    as: who.university,
    query: `query ($n: Int) { partners(first: $n) { totalCount nodes { members(first: 3) { totalCount nodes {
      displayName partner { name } } } } } }`,
  },
  {
    name: 'accounts with their roles',
    as: who.admin,
    query: `query ($n: Int) { accounts(first: $n) { totalCount nodes { email roles { role orgUnit { name } } } } }`,
  },
  {
    name: 'competencies with their levels',
    query: `query ($n: Int) { competencies(first: $n) { totalCount nodes { name levels { name } } } rubric { key } }`,
    as: who.asn,
  },
  {
    name: 'what concerns the viewer',
    as: who.secretariat,
    query: `query ($n: Int) { viewer { account { email roles { role } } roles { orgUnit { name } }
      tokens { orgUnit { name } } partnerMemberships { partner { name } } asnProfile { displayName }
      notices(first: $n) { totalCount nodes { text
      proposal { title partner { name } } } } } dashboard { proposalsByState { count } } }`,
  },
  {
    name: 'nodes of many kinds',
    as: who.secretariat,
    query: `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Need { title orgUnit { name } }
      ... on Proposal { title partner { name } } ... on OrgUnit { name } } }`,
  },
];
