export const partnerKinds = ['UNIVERSITY', 'NGO', 'GOVERNMENT', 'COMPANY'] as const;
export type PartnerKind = (typeof partnerKinds)[number];

export const partnerStates = ['PENDING', 'VERIFIED', 'SUSPENDED'] as const;
export type PartnerState = (typeof partnerStates)[number];
