import type { Snippet } from 'svelte';

export interface Column<Row> {
  label: string;
  /** Right-aligned, figures of equal width. */
  numeric?: boolean;
  /** Plain text, or a snippet for links and tags. */
  text?: (row: Row) => string;
  cell?: Snippet<[Row]>;
  /** Says what the row is about; on a phone it stands without its label. */
  main?: boolean;
}
