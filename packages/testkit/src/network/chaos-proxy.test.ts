import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { freePort } from '../free-port.ts';
import { until } from '../raw-client.ts';
import { ChaosProxy } from './chaos-proxy.ts';

let server: Server;
let proxy: ChaosProxy;
let heard: string;

/** A connection through the proxy to a server that says everything back. */
class Caller {
  readonly socket: Socket;
  said = '';
  isOver = false;

  constructor() {
    this.socket = connect(proxy.port, 'localhost');
    this.socket.on('data', (data: Buffer) => (this.said += data.toString()));
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => (this.isOver = true));
  }

  say(words: string): this {
    this.socket.write(words);
    return this;
  }
}

beforeEach(async () => {
  heard = '';
  server = createServer((socket) => {
    socket.on('data', (data: Buffer) => {
      heard += data.toString();
      socket.write(data);
    });
    socket.on('error', () => undefined);
  });
  const [from, to] = [await freePort(), await freePort()];
  server.listen(to, 'localhost');
  await once(server, 'listening');
  proxy = await ChaosProxy.start({ from, to });
});
afterEach(async () => {
  await proxy[Symbol.asyncDispose]();
  server.close();
  await once(server, 'close');
});

async function through(): Promise<Caller> {
  const caller = new Caller().say('a');
  await until(() => caller.said === 'a', 'the first words');
  return caller;
}

describe('a stretch of network', () => {
  test('swallows everything until it clears up, and then everything arrives in order', async () => {
    const caller = await through();
    proxy.weather = { holds: 'everything', delayMs: 0 };
    caller.say('b').say('c');
    const late = new Caller().say('d');
    await once(late.socket, 'connect');
    expect([heard, caller.said, late.said]).toEqual(['a', 'a', '']);
    await proxy.clear();
    await until(() => caller.said === 'abc' && late.said === 'd', 'what waited');
  });

  test('open one way only, it lets the server hear what is never answered', async () => {
    const caller = await through();
    proxy.weather = { holds: 'answers', delayMs: 0 };
    caller.say('b');
    await until(() => heard === 'ab', 'the server');
    expect(caller.said).toBe('a');
    await proxy.clear();
    await until(() => caller.said === 'ab', 'the answer');
  });

  test('slow, it brings nothing before its time', async () => {
    const caller = await through();
    proxy.weather = { holds: 'nothing', delayMs: 100 };
    const began = performance.now();
    caller.say('b');
    await until(() => caller.said === 'ab', 'the answer');
    expect(performance.now() - began).toBeGreaterThanOrEqual(200);
  });

  test('resets what is open and takes what comes; refusing, it takes nothing', async () => {
    const caller = await through();
    proxy.reset();
    await until(() => caller.isOver, 'the cut');
    await through();
    await proxy.refuse();
    const refused = new Caller();
    await until(() => refused.isOver, 'the refusal');
    expect(heard).toBe('aa');
    await proxy.clear();
    await through();
  });

  test('stalls what is open, and lets go of it only when it is told to', async () => {
    const caller = await through();
    proxy.stall();
    caller.say('b');
    await through();
    expect([caller.said, caller.isOver]).toEqual(['a', false]);
    proxy.endStalled();
    await until(() => caller.isOver, 'the late end');
  });
});
