import { plainNumber } from '#lib/form/numbers.ts';
import type { TypedRow } from '#lib/form/state.ts';
import { decimal, rupiah } from '#lib/format/number.ts';
import type { FundingSource } from '#lib/graph/generated/graphql.ts';
import { fundingSource } from '#lib/words/proposal.ts';
import { codes } from '#lib/words/word.ts';

export interface TypedLine {
  source: FundingSource;
  total: { amount: string };
  /** "2 hari × Rp500.000 = Rp1.000.000" */
  formula: string;
}

/** The lines as typed so far, saved or not; null where something is no number yet or nobody pays. */
export function typedLines(rows: readonly TypedRow[]): (TypedLine | null)[] {
  return rows.map((row) => {
    const [quantity, price] = [plain(row.quantity), plain(row.unitPrice)];
    const source = codes(fundingSource).find((code) => code === row.source);
    const total = quantity && price ? lineTotal(quantity, price) : null;
    if (total === null || !quantity || !price || !source) return null;
    const unit = typeof row.unit === 'string' ? row.unit : '';
    const formula = `${decimal(quantity, 2)} ${unit} × ${rupiah(price)} = ${rupiah(total.toString())}`;
    return { source, total: { amount: total.toString() }, formula };
  });
}

export function typedTotal(lines: readonly (TypedLine | null)[]): string {
  return lines.reduce((sum, line) => sum + BigInt(line?.total.amount ?? 0), 0n).toString();
}

const plain = (typed: TypedRow[string]) => (typeof typed === 'string' ? plainNumber(typed) : null);

/** Half up to whole rupiah, as the API does it. */
function lineTotal(quantity: string, price: string): bigint | null {
  if (!/^\d+(\.\d{1,2})?$/.test(quantity) || !/^\d+$/.test(price)) return null;
  const [whole = '0', fraction = ''] = quantity.split('.');
  const hundredths = BigInt(whole + fraction.padEnd(2, '0'));
  return (hundredths * BigInt(price) + 50n) / 100n;
}
