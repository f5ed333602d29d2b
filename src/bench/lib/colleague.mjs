import { setTimeout as pause } from 'node:timers/promises';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const PAGE = { query: '{ hazards(first: 20, filter: {open: true}) { nodes { id title dueAt enterprise { name } } } }' };
const TIMEOUT = 60_000;

/**
 * Somebody else at work, in a process of its own so that its times are the service's and not the attacker's: a page of
 * hazards again and again.
 */
export class Colleague {
  constructor(url, headers) {
    this.process = fork(fileURLToPath(import.meta.url), [url, JSON.stringify(headers)]);
  }

  /** Works while a task runs. @return the milliseconds of each page */
  async beside(task) {
    this.process.send('work');
    await task();
    this.process.send('rest');
    const [times] = await once(this.process, 'message', { signal: AbortSignal.timeout(TIMEOUT) });
    return times;
  }

  leave() {
    this.process.kill();
  }
}

async function page(url, headers) {
  const began = performance.now();
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(PAGE), signal: AbortSignal.timeout(TIMEOUT) });
  const answer = await response.json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return performance.now() - began;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [url, headers] = [process.argv[2], JSON.parse(process.argv[3])];
  let working = false;
  process.on('message', async order => {
    working = order === 'work';
    if (!working) return;
    const times = [];
    while (working) {
      times.push(await page(url, headers));
      await pause(10);
    }
    process.send(times);
  });
}
