import { declareViewerPart, type Viewer } from '../platform/access/viewer.ts';
import { setting } from '../platform/access/row-predicates.ts';

declare module '../platform/access/viewer.ts' {
  interface ViewerParts {
    /** The units that the viewer administers, with all that is below them. */
    administers: readonly string[] | 'everything';
  }
}
declareViewerPart('administers', []);

/** Whether the viewer administers a unit, given with all units above it; of the whole, given with none. */
export const isAdminOf = ({ administers }: Viewer, unitAndAbove: readonly string[]): boolean =>
  administers === 'everything' || administers.some((unit) => unitAndAbove.includes(unit));

/** The column holds a unit that lies at or below one of the roots in the setting. */
export const isWithinUnits = (column: string, roots: string): string =>
  `${column} in (select uc.unit_id from unit_closure uc where uc.ancestor_id = any (${setting(roots)}::uuid[]))`;
