import { examples, firstExample } from './examples/all.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
  const wanted = url.searchParams.get('contoh') ?? '';
  const name = Object.hasOwn(examples, wanted) ? wanted : firstExample;
  const { query, ofUnit } = examples[name]!;
  const unit = url.searchParams.get('unit');
  return {
    example: { name, query, variables: ofUnit ? JSON.stringify({ unit: unit ?? '' }, null, 2) : '' },
    examples: Object.entries(examples)
      .filter(([one, { ofUnit: needsUnit }]) => !needsUnit || one === name)
      .map(([one, { label }]) => ({ name: one, label: label() })),
    wide: true,
  };
};
