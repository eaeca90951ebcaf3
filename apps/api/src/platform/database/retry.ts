const MOST_TRIES = 5;

/** Serialisation failure and deadlock: PostgreSQL says that the same transaction may well succeed if begun again. */
const PASSING = new Set(['40001', '40P01']);

export const isPassing = (error: unknown): boolean =>
  PASSING.has((error as { code?: string } | null)?.code ?? '');

/** Runs a whole transaction again when the database asks for it, with growing, jittered pauses. */
export async function retrying<T>(task: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await task();
    } catch (error) {
      if (attempt === MOST_TRIES || !isPassing(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
    }
  }
}
