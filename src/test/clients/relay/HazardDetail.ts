import { graphql } from "relay-runtime";

export const query = graphql`
  query HazardDetailQuery($id: ID!) {
    hazard(id: $id) {
      ...HazardRow_hazard
      ...HazardDetail_hazard
      ...HazardTasks_hazard
    }
  }
`;

/** Refetched by its node id. */
export const detail = graphql`
  fragment HazardDetail_hazard on Hazard @refetchable(queryName: "HazardDetailRefetchQuery") {
    version
    description
    deadline {
      dueAt
      explanation
    }
    availableActions {
      action
      allowed
      reason
    }
    enterprise {
      hazards(first: 5, filter: { open: true }) {
        nodes {
          ...HazardRow_hazard
        }
      }
    }
    inspection {
      hazards(first: 5) {
        nodes {
          id
          status
        }
      }
    }
  }
`;
