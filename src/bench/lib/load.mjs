import { spawn } from 'node:child_process';
import { familySeconds, processSeconds, residentMegabytes } from './process.mjs';

const SCRIPT = new URL('./post.lua', import.meta.url).pathname;

function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    let errors = '';
    child.stdout.on('data', data => { output += data; });
    child.stderr.on('data', data => { errors += data; });
    child.on('error', reject);
    child.on('exit', code => code === 0 ? resolve({ output, errors }) : reject(new Error(`${command}: ${errors || output}`)));
  });
}

/** Loads a server for some seconds and tells what came of it; an answer that is none fails the run. */
export async function slice({ server, postgres, requests, connections, seconds, check }) {
  const before = { server: processSeconds(server.process.pid), postgres: familySeconds(postgres.processId) };
  const { output, errors } = await run('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s', '-s', SCRIPT, server.url,
    '--', requests, check ? 'check' : '']);
  const line = /^RESULT (.*)$/m.exec(output);
  if (!line) throw new Error(`wrk: ${output}${errors}`);
  const result = JSON.parse(line[1]);
  if (result.failed > 0) throw new Error(`${server.name}: ${result.failed} of ${result.requests} answers failed: ${errors}`);
  const per = total => total * 1e6 / result.requests;
  return {
    throughput: result.requests * 1e6 / result.microseconds,
    p50: result.p50 / 1000,
    p99: result.p99 / 1000,
    serverMicros: per(processSeconds(server.process.pid) - before.server),
    postgresMicros: per(familySeconds(postgres.processId) - before.postgres),
    resident: residentMegabytes(server.process.pid),
  };
}

/** Loads PostgreSQL itself by the scripts, with as many connections. */
export async function limitSlice({ postgres, database, role, scripts, connections, seconds }) {
  const { output } = await run('pgbench', ['-n', '-M', 'prepared', '-c', String(connections), '-j', '1', '-T', String(seconds),
    ...scripts.flatMap(script => ['-f', script]), postgres.url(database, role)]);
  const rate = /tps = ([\d.]+)/.exec(output);
  if (!rate) throw new Error(`pgbench: ${output}`);
  const throughput = Number(rate[1]);
  const failed = Number(/failed transactions: (\d+)/.exec(output)?.[1] ?? 0);
  if (failed > 0) throw new Error(`pgbench: ${output}`);
  return {
    throughput,
    mean: Number(/latency average = ([\d.]+)/.exec(output)[1]),
  };
}
