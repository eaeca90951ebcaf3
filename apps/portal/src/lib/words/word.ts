/** A message without parameters, spoken in the language of the page. */
export type Word = () => string;
export type Tone = 'plain' | 'info' | 'success' | 'warning' | 'error';

/** The choices of a select or radio group, in the order of the table. */
export function options<Code extends string>(table: Record<Code, Word>): { value: Code; label: string }[] {
  return (Object.keys(table) as Code[]).map((value) => ({ value, label: table[value]() }));
}

export function codes<Code extends string>(table: Record<Code, unknown>): Code[] {
  return Object.keys(table) as Code[];
}
