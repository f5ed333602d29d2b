// Apollo Client as it comes: by POST, and with automatic persisted queries over GET.
import assert from "node:assert/strict";
import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";
import { createPersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { fresh, recorded, sha256, url } from "./service.mjs";

const client = (link) =>
  new ApolloClient({
    link,
    cache: new InMemoryCache({
      typePolicies: { Query: { fields: { enterprises: relayStylePagination(["filter"]) } } },
    }),
  });

const Enterprises = (name) => gql`
  query ${name}($first: Int, $after: String, $filter: EnterpriseFilter) {
    enterprises(first: $first, after: $after, filter: $filter) {
      totalCount
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

const Report = gql`
  mutation Report($input: ReportHazardInput!) {
    reportHazard(input: $input) {
      hazard {
        id
        title
        version
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`;

async function pages(apollo, name) {
  const query = Enterprises(name);
  const first = await apollo.query({ query, variables: { first: 2 } });
  const { endCursor } = first.data.enterprises.pageInfo;
  const second = await apollo.query({
    query,
    variables: { first: 2, after: endCursor },
    fetchPolicy: "network-only",
  });
  assert.equal(first.data.enterprises.edges.length, 2);
  assert.ok(second.data.enterprises.edges.length > 0);
  return first.data.enterprises.edges[0].node.id;
}

async function reports(apollo, enterpriseId) {
  const input = { enterpriseId, title: "二号仓库消防通道堵塞", category: "FIRE_FACILITIES" };
  const { data } = await apollo.mutate({ mutation: Report, variables: { input } });
  assert.deepEqual(data.reportHazard.userErrors, []);
  assert.equal(data.reportHazard.hazard.title, input.title);
}

async function refuses(apollo) {
  const bad = gql`
    query Bad {
      hazards(first: 0) {
        totalCount
      }
    }
  `;
  const { error } = await apollo.query({ query: bad, errorPolicy: "all" });
  assert.equal(error.errors[0].extensions.code, "PAGE_SIZE_OUT_OF_RANGE");
}

{
  const { send, sent } = recorded();
  const apollo = client(new HttpLink({ uri: url, fetch: send }));
  await reports(apollo, await pages(apollo, fresh()));
  await refuses(apollo);
  assert.deepEqual(sent, ["POST", "POST", "POST", "POST"]);
}

{
  const { send, sent } = recorded();
  const persisted = createPersistedQueryLink({ sha256, useGETForHashedQueries: true });
  const apollo = client(persisted.concat(new HttpLink({ uri: url, fetch: send })));
  const name = fresh();
  const enterprise = await pages(apollo, name);
  assert.deepEqual(sent, ["GET by hash", "POST", "GET by hash"]);

  const later = recorded();
  const another = client(
    createPersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(
      new HttpLink({ uri: url, fetch: later.send }),
    ),
  );
  await pages(another, name);
  assert.deepEqual(later.sent, ["GET by hash", "GET by hash"]);

  await reports(apollo, enterprise);
  assert.ok(sent.slice(3).every((way) => way.startsWith("POST")), String(sent));
}

console.log("Apollo is served");
