import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";

export function ledger(token: string): ApolloClient {
  const authorized = new ApolloLink((operation, forward) => {
    operation.setContext({ headers: { authorization: `Bearer ${token}` } });
    return forward(operation);
  });
  return new ApolloClient({
    link: ApolloLink.from([authorized, new HttpLink({ uri: "/graphql" })]),
    cache: new InMemoryCache({
      possibleTypes: { Node: ["Hazard", "RectificationTask", "Inspection", "Enterprise", "Evidence"] },
      typePolicies: {
        Query: { fields: { hazards: relayStylePagination(["filter", "orderBy"]) } },
        Hazard: { fields: { rectificationTasks: relayStylePagination(["filter", "orderBy"]) } },
      },
    }),
  });
}
