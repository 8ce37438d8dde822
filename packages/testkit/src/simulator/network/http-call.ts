import { Lane } from './lane.ts';
import type { Line } from './line.ts';

/** What a server answers to one request. */
export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

interface HttpCall {
  readonly line: Line;
  /** Asked when the request has arrived. Rejects where nobody is there to answer, or dies over it. */
  readonly ask: () => Promise<HttpAnswer>;
  readonly signal?: AbortSignal | undefined;
}

/** One HTTP request over a device's line, as late and as lossy as its sockets. Rejects with a TypeError, as `fetch` does. */
export function httpCall({ line, ask, signal }: HttpCall): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    let answer: HttpAnswer | null = null;
    const end = (): void => {
      up.cut();
      down.cut();
    };
    const fail = (): void => {
      end();
      reject(new TypeError('fetch failed'));
    };
    const down = new Lane({
      line,
      direction: 'down',
      deliver: () => {
        end();
        if (answer) resolve(answer);
        else reject(new TypeError('fetch failed'));
      },
    });
    const up = new Lane({
      line,
      direction: 'up',
      deliver: () => {
        void ask()
          .then((said) => {
            answer = said;
          })
          .catch(() => undefined)
          .finally(() => down.send({ end: true }));
      },
    });
    signal?.addEventListener('abort', fail);
    up.send({ end: true });
  });
}
