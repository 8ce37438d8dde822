/** What the library answers; null where it refused. What is its own fault or the store's is thrown. */
export async function answered<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    const { APIError } = await import('better-auth/api');
    if (error instanceof APIError && error.statusCode < 500) return null;
    throw error;
  }
}
