import { graphql } from "relay-runtime";

/** The reported hazard appears on top of the lists that show it. */
export const mutation = graphql`
  mutation ReportHazardMutation($input: ReportHazardInput!, $connections: [ID!]!) {
    reportHazard(input: $input) {
      hazard @prependNode(connections: $connections, edgeTypeName: "HazardEdge") {
        id
        ...HazardRow_hazard
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`;
