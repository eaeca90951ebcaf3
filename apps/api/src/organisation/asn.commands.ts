import { auditEach } from '../platform/journal/audit.ts';
import { encodeId } from '../platform/database/ids.ts';
import type { Work } from '../platform/database/unit-of-work.ts';

declare module '../platform/journal/audit.ts' {
  interface AuditedActions {
    'asn.personalRead': Record<never, never>;
  }
}

/** HR read people's personal data: written before the answer leaves (UU 27/2022, and `security.md`). */
export const noteReadings = (work: Work, profileIds: readonly string[]): Promise<void> =>
  auditEach(
    work,
    'asn.personalRead',
    profileIds.map((id) => encodeId('asn', id)),
    {},
  );
