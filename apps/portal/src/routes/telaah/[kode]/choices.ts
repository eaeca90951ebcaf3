/** What the forms of a workspace offer to choose from. */
export interface Choices {
  units: readonly { id: string; name: string }[];
  targets: readonly { id: string; code: string; title: string }[];
  needs: readonly { id: string; code: string; title: string }[];
}
