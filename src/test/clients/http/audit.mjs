// Runs the audits of GraphQL over HTTP against a service; prints one line per audit: status, id, name and reason.
import { serverAudits } from 'graphql-http';

const [url, token] = process.argv.slice(2);

const fetchFn = (address, options = {}) =>
  fetch(address, { ...options, headers: { ...options.headers, authorization: `Bearer ${token}` } });

for (const audit of serverAudits({ url, fetchFn })) {
  const result = await audit.fn();
  console.log([result.status, result.id, result.name, result.reason ?? ''].join('\t'));
}
