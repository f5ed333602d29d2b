import { graphql } from "relay-runtime";

export const query = graphql`
  query HazardHistoryQuery($of: ID!) {
    ...HazardHistory_query @arguments(of: $of)
    verifyHistory(of: $of) {
      intact
    }
  }
`;

export const history = graphql`
  fragment HazardHistory_query on Query
  @argumentDefinitions(
    of: { type: "ID!" }
    count: { type: "Int", defaultValue: 50 }
    cursor: { type: "String" }
  )
  @refetchable(queryName: "HazardHistoryPaginationQuery") {
    history(of: $of, first: $count, after: $cursor) @connection(key: "HazardHistory_history") {
      edges {
        node {
          sequence
          action
          actorName
          recordedAt
        }
      }
    }
  }
`;
