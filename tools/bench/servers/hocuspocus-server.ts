/* A server of its own process: Hocuspocus as it comes from npm, without an extension, so in memory only. */
import { Server } from '@hocuspocus/server';

const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, stopOnSignals: false });
await server.listen();
console.log(`ready http://127.0.0.1:${server.address.port}`);
