import { graphql } from "./generated";
import type { RefetchNodeQuery } from "./generated/graphql";

export const RefetchNode = graphql(`
  query RefetchNode($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Hazard {
        ...HazardRow
      }
      ... on RectificationTask {
        taskStatus: status
        dueAt
      }
      ... on Evidence {
        ...Photo
      }
    }
  }
`);

export const RefetchNodes = graphql(`
  query RefetchNodes($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
    }
  }
`);

export function titleOf(answer: RefetchNodeQuery): string | undefined {
  return answer.node?.__typename === "Hazard" ? answer.node.title : undefined;
}
