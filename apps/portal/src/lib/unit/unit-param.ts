/** The address's word to search a unit by, where there are more than fit into one choice. */
export const unitParam = 'unit';
