import { createContext } from 'svelte';
import type { FormState } from './state.ts';

export interface FormContext {
  readonly form: FormState;
  /** The named action the form goes to; empty for the page's own. */
  readonly action: string;
  /** A filter asks for nothing, so its fields are not marked as required or optional. */
  readonly filter: boolean;
}

const [get, set] = createContext<FormContext>();

/** Fields find their form here; `Form` and `FilterForm` put it there. */
export const useForm = get;
export const provideForm = set;
