// urql as it comes: queries by GET, graphcache that knows the schema from introspection, and persisted queries.
import assert from "node:assert/strict";
import { Client, fetchExchange, gql } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { persistedExchange } from "@urql/exchange-persisted";
import { getIntrospectionQuery } from "graphql";
import { fresh, recorded, url } from "./service.mjs";

async function introspected() {
  const { send } = recorded();
  const query = getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true });
  const answer = await send(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await answer.json();
  assert.equal(errors, undefined);
  return data;
}

const Enterprises = gql`
  query Enterprises($after: String) {
    enterprises(first: 2, after: $after) {
      edges {
        node {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

const Hazards = gql`
  query Hazards($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on Hazard {
        status
        version
      }
    }
  }
`;

const Report = gql`
  mutation Report($input: ReportHazardInput!) {
    reportHazard(input: $input) {
      hazard {
        id
        status
        version
      }
      userErrors {
        code
        path
      }
    }
  }
`;

const Reject = gql`
  mutation Reject($input: HazardReasonInput!) {
    rejectHazard(input: $input) {
      hazard {
        id
        status
        version
      }
      userErrors {
        code
        path
      }
    }
  }
`;

const read = (client, query, variables, requestPolicy) =>
  client.query(query, variables, requestPolicy && { requestPolicy }).toPromise();

async function told(client, query, variables, requestPolicy) {
  const { data, error } = await read(client, query, variables, requestPolicy);
  assert.equal(error, undefined);
  return data;
}

async function done(client, command, input) {
  const { data, error } = await client.mutation(command, { input }).toPromise();
  assert.equal(error, undefined);
  const [payload] = Object.values(data).filter((value) => typeof value === "object");
  assert.deepEqual(payload.userErrors, []);
  return payload.hazard;
}

const schema = await introspected();

{
  const { send, sent } = recorded();
  const client = new Client({
    url,
    fetch: send,
    exchanges: [
      cacheExchange({ schema, resolvers: { Query: { enterprises: relayPagination() } } }),
      fetchExchange,
    ],
  });

  const first = await told(client, Enterprises, {});
  const { endCursor } = first.enterprises.pageInfo;
  const second = await told(client, Enterprises, { after: endCursor });
  assert.ok(second.enterprises.edges.length > 2);
  assert.deepEqual(sent, ["GET", "GET"]);

  const enterpriseId = first.enterprises.edges[0].node.id;
  const hazard = await done(client, Report, { enterpriseId, title: "二号仓库消防通道堵塞", category: "FIRE_FACILITIES" });
  const before = await told(client, Hazards, { ids: [hazard.id] });
  assert.equal(before.nodes[0].status, "REPORTED");
  await done(client, Reject, { id: hazard.id, reason: "重复" });
  const after = await told(client, Hazards, { ids: [hazard.id] }, "cache-only");
  assert.equal(after.nodes[0].status, "REJECTED");
  assert.deepEqual(sent.slice(2), ["POST", "GET", "POST"]);

  const { error } = await read(client, gql`{ hazards(first: 0) { totalCount } }`, {});
  assert.equal(error.graphQLErrors[0].extensions.code, "PAGE_SIZE_OUT_OF_RANGE");
}

{
  const { send, sent } = recorded();
  const client = new Client({ url, fetch: send, exchanges: [persistedExchange(), fetchExchange] });
  const query = gql(`query ${fresh()} { viewer { subject role } }`);
  assert.ok((await told(client, query, {})).viewer.subject);
  assert.ok((await told(client, query, {}, "network-only")).viewer.subject);
  assert.deepEqual(sent, ["GET by hash", "GET", "GET by hash"]);
}

console.log("urql is served");
