import net from 'node:net';
import { expect } from 'vitest';
import type { Client } from './harness.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const body = JSON.stringify({ query: '{ figures { positions } }' });
const head = (host: string) =>
  `POST /graphql HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;

/** Sends a byte now and then, of its head or of its body, and never comes to an end. Milliseconds until it is closed. */
function drip(client: Client, isBody: boolean): Promise<number> {
  const { host, hostname, port } = new URL(client.url);
  return new Promise((resolve) => {
    const begun = performance.now();
    const socket = net.connect(Number(port), hostname);
    const text = isBody ? body : head(host);
    if (isBody) socket.write(head(host));
    let sent = 0;
    const timer = setInterval(() => socket.write(text[sent++ % (text.length - 1)]!), 250);
    socket.on('data', () => undefined);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(timer);
      resolve(performance.now() - begun);
    });
  });
}

/** The 95th percentile of so many requests of somebody who is not slow, in milliseconds. */
export async function percentileOfOthers(client: Client, howMany: number): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < howMany; i++) {
    const begun = performance.now();
    const { status } = await client.ask('{ needs(first: 10) { nodes { id title } } }');
    times.push(performance.now() - begun);
    expect(status).toBe(200);
  }
  return times.sort((a, b) => a - b)[Math.floor(howMany * 0.95)]!;
}

export interface Besieged {
  /** How long the most patient slow client was borne. */
  longest: number;
  /** The others' 95th percentile meanwhile. */
  others: number;
}

/** So many slow clients at once, half of them with slow heads and half with slow bodies, and one who is not. */
export async function besiege(client: Client, howMany: number, requests: number): Promise<Besieged> {
  const slow = Array.from({ length: howMany }, (_, index) => drip(client, index % 2 === 0));
  await pause(200); // all of them are there
  const others = await percentileOfOthers(client, requests);
  return { longest: Math.max(...(await Promise.all(slow))), others };
}
