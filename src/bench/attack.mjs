import { mkdirSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { attacks, Target } from './lib/attacks.mjs';
import { fill } from './lib/city.mjs';
import { Colleague, PAGE } from './lib/colleague.mjs';
import { Contenders, ROOT } from './lib/contenders.mjs';
import { Identity } from './lib/identity.mjs';
import { archive, options } from './lib/options.mjs';
import { Postgres } from './lib/postgres.mjs';
import { processSeconds, residentMegabytes } from './lib/process.mjs';

const DATABASE = 'ledger_attacked';
const QUIET_SECONDS = 20;
const WAVES_SECONDS = 10;
const MOST_SECONDS_PER_REQUEST = 1;
const MOST_TIMES_SLOWER = 3;
const ATTACKERS_PRIORITY = 10;
const VIEWER = JSON.stringify({ query: '{ viewer { name } }' });
const READERS = 20;
const settings = options();
const limit = settings.native ? 350 : 512;
const chosen = name => !settings.only || settings.only.split(',').some(one => name.startsWith(one));
const percentile = (times, part) => times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? NaN;

async function repeated(seconds, work) {
  const end = Date.now() + seconds * 1000;
  do await work(); while (Date.now() < end);
}

mkdirSync(settings.data, { recursive: true });
const postgres = new Postgres(settings.data, settings.port);
const identity = new Identity(settings.port + 1);
const contenders = new Contenders({ postgres, identity, connections: 40, logs: join(settings.data, 'logs'), firstPort: settings.port + 2,
  evidence: join(settings.data, 'evidence') });
const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${identity.token('colleague', 'city-officer', '410200000000')}` };
postgres.unpack(archive());
await postgres.start();
let failed = false;
try {
  if (settings.drop) await postgres.dropDatabase(DATABASE);
  if (!await postgres.hasDatabase(DATABASE)) {
    await postgres.createDatabase(DATABASE);
    const migration = contenders.service('migration', { database: DATABASE, seeds: join(ROOT, 'seeds') });
    await migration.start(VIEWER, headers);
    await migration.stop();
    await postgres.with(DATABASE, client => fill(client, { hazards: 150_000, enterprises: 15_000, years: 3 }));
    await postgres.with(DATABASE, client => client.query('vacuum analyze'));
  }
  const service = contenders.service('attacked', { database: DATABASE, executable: settings.native, megabytes: limit });
  await service.start(VIEWER, headers);
  const colleague = new Colleague(service.url, headers);
  // An attacker has machines of its own: what it computes must not be taken from the service's processors.
  setPriority(ATTACKERS_PRIORITY);
  try {
    const found = await (await fetch(service.url, { method: 'POST', headers: { ...headers, Authorization: `Bearer ${identity.token('a', 'county-officer', '410225000000')}` },
      body: JSON.stringify({ query: '{ hazards(first: 1, filter: {statuses: [REPORTED]}) { nodes { id } } }' }) })).json();
    const hazard = found.data.hazards.nodes[0].id;
    const row = await postgres.with(DATABASE, async client => (await client.query("select id from hazard where county_code = '410225' and status = 'REPORTED'")).rows.map(r => r.id));
    const target = new Target({ port: service.port, identity, postgres, database: DATABASE, hazard, row: row[0] });
    // What the service does every day is compiled by then: pages of many readers at once, and photos of a hazard.
    const readers = Array.from({ length: READERS }, (_, i) => identity.token(`reader-${i}`, 'county-officer', '410225000000'));
    await colleague.beside(() => repeated(settings.warmup, () =>
      Promise.all([target.photo(hazard), ...readers.map(token => target.post(PAGE, { token }))])));
    if ([...target.answers.keys()].some(answer => answer !== 200)) throw new Error(`The readers were answered ${[...target.answers].join(', ')}`);
    const quiet = await colleague.beside(() => pause(QUIET_SECONDS * 1000));
    const p99 = percentile(quiet, 0.99);
    console.log(`quiet: ${quiet.length} requests, p50 ${percentile(quiet, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${residentMegabytes(service.process.pid).toFixed(0)} MiB`);
    console.log('attack | p99 of the colleague, times the quiet one | s of processor for the attacker\'s wave | MiB | answers');
    for (const [name, attack] of Object.entries(attacks).filter(([name]) => chosen(name))) {
      target.answers.clear();
      target.sent = 0;
      const before = processSeconds(service.process.pid);
      let waves = 0;
      const times = await colleague.beside(() => repeated(name.startsWith('A8') ? 0 : WAVES_SECONDS, async () => { waves++; await attack(target); }));
      const used = (processSeconds(service.process.pid) - before) / waves;
      const sent = target.sent / waves;
      const memory = residentMegabytes(service.process.pid);
      const slower = percentile(times, 0.99) / p99;
      const bad = slower > MOST_TIMES_SLOWER || memory > limit || used / sent > MOST_SECONDS_PER_REQUEST || target.answers.get('open after 40 s') > 0;
      failed ||= bad;
      console.log(`${bad ? 'MISSED ' : ''}${name} | ${slower.toFixed(1)} | ${used.toFixed(2)} (${(used / sent).toFixed(3)} each) | ${memory.toFixed(0)} | ${[...target.answers].map(a => a.join(' × ')).join(', ')}`);
      await pause(2000);
    }
  } finally {
    colleague.leave();
    await service.stop();
  }
} finally {
  postgres.stop();
}
process.exit(failed ? 1 : 0);
