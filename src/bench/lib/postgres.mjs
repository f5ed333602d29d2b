import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

const SETTINGS = {
  shared_buffers: '2GB', effective_cache_size: '12GB', work_mem: '32MB', maintenance_work_mem: '1GB',
  max_connections: 300, max_wal_size: '8GB', checkpoint_timeout: '30min', synchronous_commit: 'on',
  random_page_cost: 1.1, jit: 'off', listen_addresses: '127.0.0.1', unix_socket_directories: '',
};
const OWNER = 'ledger_owner';
const APP = 'ledger_app';
const OPEN = 'ledger_open';
export const PASSWORD = 'bench';
export const roles = { owner: OWNER, app: APP, open: OPEN };

/** A PostgreSQL from the archive that the project's tests use, with its data kept in a folder of its own. */
export class Postgres {
  constructor(folder, port) {
    this.home = join(folder, 'pgsql');
    this.data = join(folder, 'data');
    this.log = join(folder, 'postgres.log');
    this.port = port;
  }

  /** PostgreSQL refuses to run as root, so root starts it in a user namespace, where it is nobody. */
  #command(name, args) {
    const program = join(this.home, 'bin', name);
    return process.getuid() === 0 ? ['unshare', ['-U', program, ...args]] : [program, args];
  }

  unpack(archive) {
    if (existsSync(this.home)) return;
    mkdirSync(this.home, { recursive: true });
    const jar = mkdtempSync(join(this.home, 'jar-'));
    execFileSync('unzip', ['-qo', archive, '-d', jar]);
    execFileSync('sh', ['-c', `tar -xJf "${jar}"/*.txz -C "${this.home}"`]);
    rmSync(jar, { recursive: true });
  }

  async start() {
    const fresh = !existsSync(join(this.data, 'PG_VERSION'));
    if (fresh) {
      execFileSync(...this.#command('initdb', ['-D', this.data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']));
    }
    const settings = Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`).join(' ');
    execFileSync(...this.#command('pg_ctl', ['-D', this.data, '-l', this.log, '-w', '-t', '120', '-o', `-p ${this.port} ${settings}`, 'start']),
      { stdio: 'ignore' });
    if (fresh) await this.#createRoles();
  }

  stop() {
    execFileSync(...this.#command('pg_ctl', ['-D', this.data, '-m', 'fast', '-w', 'stop']), { stdio: 'ignore' });
  }

  get processId() {
    return Number(readFileSync(join(this.data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  url(database, role, scheme = 'postgresql') {
    return `${scheme}://${role}:${PASSWORD}@127.0.0.1:${this.port}/${database}`;
  }

  async with(database, work, role = 'postgres') {
    const client = new pg.Client({ connectionString: this.url(database, role) });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** As the project's README says under "Production"; and a role past all row security for the peers without any. */
  async #createRoles() {
    await this.with('postgres', async client => {
      await client.query(`create role ${OWNER} login createrole password '${PASSWORD}'`);
      await client.query(`create role ${APP} login password '${PASSWORD}'`);
      await client.query(`create role ${OPEN} login bypassrls password '${PASSWORD}'`);
    });
  }

  async createDatabase(name, template = 'template1') {
    await this.with('postgres', client => client.query(`create database ${name} owner ${OWNER} template ${template}`));
  }

  async dropDatabase(name) {
    await this.with('postgres', client => client.query(`drop database if exists ${name}`));
  }

  async hasDatabase(name) {
    return this.with('postgres', async client =>
      (await client.query('select from pg_database where datname = $1', [name])).rowCount === 1);
  }
}
