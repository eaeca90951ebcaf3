import { audit } from '../platform/journal/audit.ts';
import { encodeId } from '../platform/database/ids.ts';
import type { Work } from '../platform/database/unit-of-work.ts';

declare module '../platform/journal/audit.ts' {
  interface AuditedActions {
    'asn.personalRead': Record<never, never>;
  }
}

/** HR read somebody's personal data: written before the answer leaves (UU 27/2022, and `security.md`). */
export const noteReading = (work: Work, profileId: string): Promise<void> =>
  audit(work, 'asn.personalRead', encodeId('asn', profileId), {});
