import * as protocol from '@bridgeboard/protocol';

import { allEndpoints } from './all-endpoints.ts';
import { describeSchema } from './describe-schema.ts';

const whoWords: Readonly<Record<protocol.ActionRule['who'], string>> = {
  anyone: 'anyone',
  pupil: 'a signed-in pupil',
  'signed-in': 'anybody signed in',
  staff: 'staff',
  leading: 'administrators and safeguarding leads of a school, with a second factor',
  administrator: 'administrators of a school',
};

/** Pages and signs of life, which are no part of the interface for clients. */
const otherRoutes = [
  ['GET', '/p/:publication', 'anyone', 'A published board: plain HTML, no scripts. Gone as soon as it is withdrawn.'],
  [
    'GET',
    '/healthz',
    'anyone',
    '200 once the start is over, seeding included, as long as the process lives; 503 before.',
  ],
  ['GET', '/readyz', 'anyone', '200 while lessons are served and the store answers a read and a write; otherwise 503.'],
  [
    'GET',
    '/metrics',
    '`METRICS_TOKEN`',
    'Measurements in the text format of Prometheus; without a token only on this machine.',
  ],
] as const;

/** The reference of the HTTP interface, made from the endpoints as data. */
export function httpPage(): string {
  const sorted = allEndpoints.toSorted((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`, 'en'));
  return [
    '# HTTP',
    '',
    'Generated from `packages/protocol/src/http`; do not edit.',
    '',
    "JSON in UTF-8 both ways. The session is a cookie; a client that is no browser sends it, and with every `POST` an `Origin` equal to the server's own",
    'address (`PUBLIC_URL`; on loopback `http://localhost:PORT` or `http://127.0.0.1:PORT`). What is missing and what is not yours get the same 404.',
    '',
    'Each refusal has this body; the codes are in [errors](errors.md):',
    '',
    '```ts',
    describeSchema(protocol.httpRefusal),
    '```',
    '',
    ...sorted.flatMap(describe),
    '## Other routes',
    '',
    '| method | path | who | what |',
    '|---|---|---|---|',
    ...otherRoutes.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');
}

function describe(one: protocol.Endpoint): string[] {
  const body = one.body ? ['Body:', '', '```ts', describeSchema(one.body), '```', ''] : [];
  return [
    `## ${one.method} ${one.path}`,
    '',
    `${one.summary} For ${whoWords[protocol.actions[one.action].who]}.`,
    '',
    ...body,
    `Answer ${one.status}:`,
    '',
    '```ts',
    describeSchema(one.answer),
    '```',
    '',
  ];
}
