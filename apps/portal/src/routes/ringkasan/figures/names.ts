/** The figures of the page by their names in addresses, in the order in which they are read. */
export const figureNames = ['usulan', 'menunggu', 'kebutuhan', 'jawaban'] as const;
export type FigureName = (typeof figureNames)[number];
