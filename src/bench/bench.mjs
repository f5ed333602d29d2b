import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Contenders, ROOT } from './lib/contenders.mjs';
import { fill, preparePeers } from './lib/city.mjs';
import { Identity } from './lib/identity.mjs';
import { hasLimit, limitScripts } from './lib/limit.mjs';
import { limitSlice, slice } from './lib/load.mjs';
import { archive, options } from './lib/options.mjs';
import { PASSWORD, Postgres, roles } from './lib/postgres.mjs';
import { residentMegabytes } from './lib/process.mjs';
import { median, Report } from './lib/report.mjs';
import { callerOf, targets } from './lib/targets.mjs';
import { answers, body, content } from './lib/work.mjs';

const CITY = 'ledger_city';
const SMALL = 'ledger_small';
const SEEDED = 'ledger_seeded';
const VIEWER = JSON.stringify({ query: '{ viewer { name } }' });
const ALIVE = JSON.stringify({ query: '{ __typename }' });

/** Whoever sums over the whole table for each answer would only queue with more. */
const CONNECTIONS = { Q3: 2 };

const settings = options();
const say = text => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);

class Bench {
  constructor() {
    mkdirSync(settings.data, { recursive: true });
    this.results = join(settings.data, `results-${new Date().toISOString().replace(/[:.]/g, '-')}`);
    this.postgres = new Postgres(settings.data, settings.port);
    this.identity = new Identity(settings.port + 1);
    this.report = new Report();
    this.contenders = new Contenders({ postgres: this.postgres, identity: this.identity, connections: settings.connections,
      logs: join(settings.data, 'logs'), firstPort: settings.port + 2, evidence: join(settings.data, 'evidence') });
    this.started = [];
  }

  headers(caller) {
    return { 'Content-Type': 'application/json', Authorization: `Bearer ${this.token(caller)}` };
  }

  token({ role, division }) {
    return this.identity.token(`bench-${role}`, role, division);
  }

  async start(server) {
    const took = await server.start(server.dialect === 'safety-ledger' ? VIEWER : ALIVE,
      this.headers({ role: 'county-officer', division: '410225000000' }));
    this.started.push(server);
    say(`${server.name} answers after ${Math.round(took)} ms`);
    return took;
  }

  /** The service itself makes the tables and loads the seeds, once; the two sizes are copies of that, filled. */
  async makeDatabases() {
    const sizes = { [SMALL]: settings.hazards / 100, [CITY]: settings.hazards };
    for (const database of settings.drop ? [CITY, SMALL, SEEDED] : []) await this.postgres.dropDatabase(database);
    if (!await this.postgres.hasDatabase(SEEDED)) {
      await this.postgres.createDatabase(SEEDED);
      const migration = this.contenders.service('migration', { database: SEEDED, seeds: join(ROOT, 'seeds') });
      await this.start(migration);
      await migration.stop();
    }
    for (const [database, hazards] of Object.entries(sizes)) {
      if (await this.postgres.hasDatabase(database)) continue;
      await this.postgres.createDatabase(database, SEEDED);
      const began = Date.now();
      await this.postgres.with(database, async client => {
        await fill(client, { hazards, enterprises: Math.ceil(hazards / 10), years: 10 });
        await preparePeers(client, roles);
      });
      say(`${database}: ${hazards} hazards in ${Math.round((Date.now() - began) / 1000)} s`);
    }
  }

  /** A million generated hazards are as many changes of the counts; the service folds them as it does after any import. */
  async foldCounts() {
    await this.postgres.with(CITY, async client => {
      const unfolded = async () => (await client.query('select exists (select from hazard_count_change union all select from hazard_count where not merged)')).rows[0].exists;
      while (await unfolded()) await new Promise(resolve => setTimeout(resolve, 1000));
      await client.query('vacuum analyze hazard_count, hazard_count_change');
    });
    say('the counts are folded');
  }

  /** A file of requests for the load generator; peers without security get no token. */
  requests(server, kind) {
    const tokens = new Map();
    const lines = this.targets[kind].map(row => {
      const caller = callerOf(row);
      const key = caller.role + caller.division;
      if (!tokens.has(key)) tokens.set(key, this.token(caller));
      return `${server.secured ? tokens.get(key) : ''}\t${body(server.dialect, kind, row)}`;
    });
    const file = join(this.results, `${server.name.replace(/\W+/g, '-')}-${kind}.txt`);
    writeFileSync(file, `${lines.join('\n')}\n`);
    return file;
  }

  async ask(server, kind, row) {
    const response = await fetch(server.url, { method: 'POST', headers: this.headers(callerOf(row)), body: body(server.dialect, kind, row) });
    const answer = await response.json();
    if (!response.ok || answer.errors) throw new Error(`${server.name} ${kind}: ${JSON.stringify(answer).slice(0, 800)}`);
    return content(kind, answer.data);
  }

  /** Nobody is measured for another answer than the others give. */
  async compare(kind, servers) {
    const rows = this.targets[kind].filter((_, index) => index % Math.ceil(this.targets[kind].length / 10) === 0);
    for (const row of rows) {
      const expected = await this.ask(servers[0], kind, row);
      for (const server of servers.slice(1)) {
        const actual = await this.ask(server, kind, row);
        if (!isDeepStrictEqual(actual, expected)) {
          throw new Error(`${server.name} answers ${kind} ${JSON.stringify(row)} differently:\n${JSON.stringify(actual).slice(0, 1500)}\n${
            servers[0].name}:\n${JSON.stringify(expected).slice(0, 1500)}`);
        }
      }
    }
    say(`${kind}: ${rows.length} answers of ${servers.length} servers are equal`);
  }

  async load(kind, server, seconds, check) {
    const connections = CONNECTIONS[kind] ?? settings.connections;
    return slice({ server, postgres: this.postgres, requests: this.requests(server, kind), connections, seconds, check });
  }

  /** Loads a server until it gets no faster, which takes a JVM far longer than the others; each answer is looked at. */
  async warmUp(kind, server) {
    const end = Date.now() + settings.warmup * 1000;
    let [best, still] = [0, 0];
    while (still < 3 && Date.now() < end) {
      const { throughput } = await this.load(kind, server, Math.min(5, settings.warmup), true);
      still = throughput > best * 1.05 ? 0 : still + 1;
      best = Math.max(best, throughput);
    }
  }

  limit(kind) {
    const rows = this.targets[kind].slice(0, 18);
    const scripts = limitScripts(kind, rows, join(this.results, 'pgbench'));
    return seconds => limitSlice({ postgres: this.postgres, database: CITY, role: roles.app, scripts,
      connections: settings.connections, seconds });
  }

  /** Short slices in turn, each round beginning with another one, so that what drifts drifts for all. */
  async measure(kind, servers, { label = server => server.name, withLimit = true } = {}) {
    for (const server of servers) await this.warmUp(kind, server);
    say(`${kind}: ${servers.length} servers are warm`);
    const runs = servers.map(server => [label(server), () => this.load(kind, server, settings.seconds, false)]);
    if (withLimit && hasLimit(kind)) {
      const limit = this.limit(kind);
      runs.push(['pgbench', () => limit(settings.seconds)]);
    }
    for (let round = 0; round < settings.rounds; round++) {
      for (let turn = 0; turn < runs.length; turn++) {
        const [name, run] = runs[(round + turn) % runs.length];
        const sample = await run();
        this.report.add(kind, name, { round, ...sample });
        say(`${kind} round ${round + 1} ${name}: ${Math.round(sample.throughput)}/s, ${sample.mean ? `mean ${sample.mean} ms` : `p50 ${sample.p50} ms, p99 ${sample.p99} ms`}`);
      }
    }
  }

  async stop() {
    for (const server of this.started) await server.stop();
    this.started = [];
  }

  save() {
    writeFileSync(join(this.results, 'samples.json'), JSON.stringify({ settings, native: this.native, samples: this.report.samples }, null, 1));
  }

  /** How quickly the executable answers on a migrated database, and what it holds when nobody asks anything. */
  async startNative() {
    const starts = [];
    let server;
    for (let times = 0; times < 5; times++) {
      await server?.stop();
      server = this.contenders.service('native', { database: CITY, executable: settings.native });
      starts.push(await this.start(server));
    }
    await new Promise(resolve => setTimeout(resolve, 3000));
    this.native = { starts, idle: residentMegabytes(server.process.pid) };
    return server;
  }

  async run() {
    this.postgres.unpack(archive());
    await this.postgres.start();
    await this.makeDatabases();
    if (settings.generate) return;
    if (settings.builders) return this.compareBuilders();
    mkdirSync(this.results, { recursive: true });
    this.targets = await this.postgres.with(CITY, targets);
    const service = this.contenders.service('safety-ledger', { database: CITY });
    await this.start(service);
    await this.foldCounts();
    const native = settings.native ? await this.startNative() : undefined;
    const ours = native ? [service, native] : [service];
    const peers = settings.peers.flatMap(kind => ['secured', 'open'].map(mode => this.contenders.peer(kind, mode, CITY)));
    for (const peer of peers) await this.start(peer);
    for (const kind of settings.kinds) {
      const able = [...ours, ...peers].filter(server => answers(server.dialect, kind));
      if (!kind.startsWith('M')) await this.compare(kind, able);
      await this.measure(kind, able);
      this.save();
    }
    if (native) this.native.after = residentMegabytes(native.process.pid);
    await this.stop();
    if (settings.kinds.includes('Q2')) await this.measureSizes();
    this.print(ours);
  }

  /** What libraries for building statements would cost the service, see `builders`. */
  compareBuilders() {
    const url = `jdbc:postgresql://127.0.0.1:${this.postgres.port}/${CITY}`;
    execFileSync(join(ROOT, 'mvnw'), ['-q', '-f', join(ROOT, 'src/bench/builders/pom.xml'), 'compile', 'exec:java',
      `-Dexec.args=${url} ${roles.open} ${PASSWORD}`], { stdio: ['ignore', 'inherit', 'inherit'] });
  }

  /** What a list costs among many rows, by what it costs among a hundredth of them. */
  async measureSizes() {
    const servers = [this.contenders.service('safety-ledger at city size', { database: CITY }),
      this.contenders.service('safety-ledger at a hundredth', { database: SMALL })];
    for (const server of servers) await this.start(server);
    const kind = 'Q2 by size';
    this.targets[kind] = this.targets.Q2;
    await this.measure(kind, servers, { withLimit: false });
    this.save();
    await this.stop();
  }

  print(ours) {
    console.log(`${this.report.ratios(ours.map(server => server.name))}\n\n${this.report.table()}\n`);
    console.log(`As multiples of the service's own:\n\n${this.report.multiples('safety-ledger')}\n`);
    const sizes = this.report.ratio('Q2 by size', 'safety-ledger at a hundredth', 'safety-ledger at city size');
    if (sizes) console.log(`Q2 at city size costs ${sizes.value.toFixed(2)} times what it costs at a hundredth (target: at most 1.3).`);
    if (this.native) {
      console.log(`Native: first answer after ${Math.round(median(this.native.starts))} ms (target 300), ${Math.round(this.native.idle)} MiB idle (target 160), ${
        Math.round(this.native.after)} MiB after the benchmark (target 350); throughput of the JVM's: ${settings.kinds
        .map(kind => `${kind} ${this.report.ratio(kind, 'native', 'safety-ledger').value.toFixed(2)}`).join(', ')} (target 0.6).`);
    }
    console.log(`Samples: ${join(this.results, 'samples.json')}`);
  }
}

const bench = new Bench();
let failed = false;
try {
  await bench.run();
} catch (failure) {
  failed = true;
  console.error(failure);
} finally {
  await bench.stop();
  bench.postgres.stop();
}
process.exit(failed ? 1 : 0);
