import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 90_000;

/** One server process of the comparison. It writes to a log of its own and is asked until it answers. */
export class Server {
  constructor({ name, command, args, environment, port, path = '/graphql', logs }) {
    Object.assign(this, { name, command, args, environment, port, path, logs });
    this.url = `http://127.0.0.1:${port}${path}`;
  }

  /** Starts it and tells after how many milliseconds it gave the first good answer to the request. */
  async start(body, headers) {
    mkdirSync(this.logs, { recursive: true });
    const log = createWriteStream(join(this.logs, `${this.name}.log`));
    await new Promise(resolve => log.once('open', resolve));
    const began = performance.now();
    this.process = spawn(this.command, this.args, { env: { ...process.env, ...this.environment }, stdio: ['ignore', log, log] });
    this.process.once('exit', code => { this.ended = code ?? 'signal'; });
    let last = 'no answer';
    while (performance.now() - began < PATIENCE) {
      if (this.ended !== undefined) throw new Error(`${this.name} ended with ${this.ended}: see ${log.path}`);
      try {
        const response = await fetch(this.url, { method: 'POST', headers, body });
        last = await response.text();
        const answer = JSON.parse(last);
        if (response.ok && answer.data && !answer.errors) return performance.now() - began;
      } catch {
        // It does not listen yet.
      }
      await pause(5);
    }
    await this.stop();
    throw new Error(`${this.name}: ${last}`);
  }

  async stop() {
    if (!this.process || this.ended !== undefined) return;
    const gone = new Promise(resolve => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    const force = setTimeout(() => this.process.kill('SIGKILL'), 40000);
    await gone;
    clearTimeout(force);
  }
}
