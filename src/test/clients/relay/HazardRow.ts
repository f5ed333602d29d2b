import { graphql } from "relay-runtime";

export const row = graphql`
  fragment HazardRow_hazard on Hazard {
    title
    grade
    status
    dueAt
    overdue
    enterprise {
      name
    }
  }
`;
