import { createServer } from 'node:http';
import { createVerifier } from 'fast-jwt';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { scopeOf } from '../../lib/scope.mjs';

const secured = process.env.BENCH_MODE === 'secured';
const verify = secured && createVerifier({ key: process.env.BENCH_PUBLIC_KEY, algorithms: ['RS256'],
  allowedAud: 'safety-ledger', allowedIss: process.env.BENCH_ISSUER });

/** @type {GraphileConfig.Preset} */
const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({
    connectionString: process.env.BENCH_DATABASE,
    schemas: ['public'],
    poolConfig: { max: Number(process.env.BENCH_CONNECTIONS) },
  })],
  grafserv: { port: Number(process.env.BENCH_PORT), graphiql: false, graphqlOverGET: false, watch: false, websockets: false },
  grafast: {
    explain: false,
    context(requestContext) {
      if (!secured) return {};
      const [, token] = (requestContext.node.req.headers.authorization ?? '').split(' ');
      return { pgSettings: scopeOf(verify(token)) };
    },
  },
};

const serv = postgraphile(preset).createServ(grafserv);
const server = createServer();
await serv.addTo(server);
server.listen(Number(process.env.BENCH_PORT), '127.0.0.1');
