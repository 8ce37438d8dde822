import { APIError } from 'better-auth/api';

/** What the library answers; null where it refused. What is its own fault or the store's is thrown. */
export async function answered<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null;
    throw error;
  }
}
