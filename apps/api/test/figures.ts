/** Says a measured figure where whoever runs the long tests reads it; `docs/figures.md` keeps them. */
export const note = (what: string, figure: string): void => console.log(`figure · ${what}: ${figure}`);
