// What the programs here share: the service that they are pointed at, and a record of how each request was sent.
import { createHash } from "node:crypto";

const [url, token] = process.argv.slice(2);

export { url };

export const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** A fetch with the caller's token, and what it has sent: method, and whether the document was among it. */
export function recorded() {
  const sent = [];
  const send = (address, options = {}) => {
    const method = options.method ?? "GET";
    const named = method === "GET" ? new URL(address).searchParams.has("query") : "query" in JSON.parse(options.body);
    sent.push(named ? method : `${method} by hash`);
    return fetch(address, { ...options, headers: { ...options.headers, authorization: `Bearer ${token}` } });
  };
  return { send, sent };
}

/** A text that no run before has used, so that its document is not known to the service. */
export const fresh = () => `q${sha256(`${process.hrtime.bigint()} ${process.pid}`).slice(0, 12)}`;
