const groups = /^(\d{8})(\d{6})(\d)(\d{3})$/;

/**
 * •••••••• •••••• • 001: hidden in front, because the front tells birth date and sex. Whole, 19850312 201012 2 001,
 * only where the person or the personnel office asked for it.
 */
export function nip(digits: string, { whole = false } = {}): string {
  const [, born, since, sex, order] = groups.exec(digits) ?? [];
  if (!born || !since || !sex || !order) return whole ? digits : '•'.repeat(digits.length);
  return whole ? `${born} ${since} ${sex} ${order}` : `${hide(born)} ${hide(since)} ${hide(sex)} ${order}`;
}

function hide(digits: string): string {
  return '•'.repeat(digits.length);
}
