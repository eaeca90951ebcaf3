export const employmentKinds = ['PNS', 'PPPK'] as const;
export type EmploymentKind = (typeof employmentKinds)[number];

/** A name as it is written in letters: front titles, name, back titles, kept apart in the record. */
export function fullName(parts: {
  frontTitle: string | null;
  name: string;
  backTitle: string | null;
}): string {
  const { frontTitle, name, backTitle } = parts;
  return `${frontTitle ? `${frontTitle} ` : ''}${name}${backTitle ? `, ${backTitle}` : ''}`;
}
