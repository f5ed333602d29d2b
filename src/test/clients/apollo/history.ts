import { graphql } from "./generated";

export const History = graphql(`
  query History($of: ID!, $first: Int, $after: String) {
    history(of: $of, first: $first, after: $after) {
      edges {
        cursor
        node {
          sequence
          action
          status
          actorName
          actorRole
          recordedAt
          hash
          previousHash
          details {
            name
            value
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    verifyHistory(of: $of) {
      intact
      entries
      brokenAt
      lastHash
    }
  }
`);
