import * as protocol from '@bridgeboard/protocol';
import type { Endpoint } from '@bridgeboard/protocol';

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'action' in value;
}

const exported: readonly unknown[] = Object.values(protocol);

/** Every endpoint that the protocol exports: one that is added is among them by itself. */
export const allEndpoints: readonly Endpoint[] = exported.filter(isEndpoint);
