import { graphql } from "relay-runtime";

/** A nested list, paginated through the hazard's node id. */
export const tasks = graphql`
  fragment HazardTasks_hazard on Hazard
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "HazardTasksPaginationQuery") {
    rectificationTasks(first: $count, after: $cursor) @connection(key: "HazardTasks_rectificationTasks") {
      edges {
        node {
          id
          status
          dueAt
          hazard {
            ...HazardRow_hazard
          }
        }
      }
    }
  }
`;
