import { latestLetters } from './letters.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ letters: await latestLetters() });
