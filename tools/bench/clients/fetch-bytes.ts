import { get } from 'node:http';

/** An answer as it travelled. */
export interface WireAnswer {
  readonly status: number;
  /** Bytes of the body as sent, compressed where it was. */
  readonly wireBytes: number;
  readonly coding: string;
  /** From asking to the last byte. */
  readonly tookMs: number;
}

/** Asks as a browser does, which takes compressed answers, and counts what comes before anything unpacks it. */
export function fetchBytes(url: string, cookie: string): Promise<WireAnswer> {
  const asked = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'accept-encoding': 'gzip, deflate, br, zstd' };
    const request = get(url, { headers }, (response) => {
      let wireBytes = 0;
      response.on('data', (chunk: Buffer) => (wireBytes += chunk.length));
      response.on('error', reject);
      response.on('end', () => {
        const coding = response.headers['content-encoding'] ?? 'none';
        resolve({ status: response.statusCode ?? 0, wireBytes, coding, tookMs: performance.now() - asked });
      });
    });
    request.on('error', reject);
  });
}
