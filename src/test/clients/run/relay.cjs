// Relay's runtime with what its compiler made of the programs in relay/.
const assert = require("node:assert/strict");
const { Environment, Network, RecordSource, Store, commitMutation, fetchQuery } = require("relay-runtime");

const [url, token] = process.argv.slice(2);
const artifact = (name) => require(`./relay/${name}.graphql.js`).default;

const environment = new Environment({
  store: new Store(new RecordSource()),
  network: Network.create(async ({ text }, variables) => {
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        accept: "application/graphql-response+json, application/json;q=0.9",
        "content-type": "application/json",
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ query: text, variables }),
    });
    return answer.json();
  }),
});

const read = (name, variables) => fetchQuery(environment, artifact(name), variables).toPromise();

function reported(input, connections) {
  return new Promise((onCompleted, onError) =>
    commitMutation(environment, {
      mutation: artifact("ReportHazardMutation"),
      variables: { input, connections },
      onCompleted: (data, errors) => (errors ? onError(errors) : onCompleted(data.reportHazard)),
      onError,
    }),
  );
}

const ids = () => environment.getStore().getSource().getRecordIDs();

(async () => {
  const enterprise = process.argv[4];
  const { viewer } = await read("HazardListQuery", {});
  assert.ok(viewer.name);
  const connection = ids().find((id) => id.includes("__HazardList_hazards_connection"));
  assert.ok(connection, "The list is no connection");

  const input = { enterpriseId: enterprise, title: "二号仓库消防通道堵塞", category: "FIRE_FACILITIES" };
  const { hazard, userErrors } = await reported(input, [connection]);
  assert.deepEqual(userErrors, []);
  const edges = environment.getStore().getSource().get(connection).edges.__refs;
  const top = environment.getStore().getSource().get(edges[0]);
  assert.equal(top.node.__ref, hazard.id);

  await read("HazardListPaginationQuery", { count: 2, cursor: null });
  console.log("Relay is served");
})();
