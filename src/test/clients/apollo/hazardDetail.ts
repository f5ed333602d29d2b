import { graphql } from "./generated";
import type { HazardDetailQuery } from "./generated/graphql";

export const Clock = graphql(`
  fragment Clock on Deadline {
    startedAt
    dueAt
    hoursLeft
    overdue
    rule
    amount
    unit
    explanation
    unpublishedYears
    skippedDays {
      day
      reason
    }
  }
`);

export const Actions = graphql(`
  fragment Actions on AvailableAction {
    action
    allowed
    code
    reason
  }
`);

export const HazardDetail = graphql(`
  query HazardDetail($id: ID!, $tasks: Int = 10) {
    hazard(id: $id) {
      ...HazardRow
      version
      description
      place
      discoveredAt
      deadline {
        ...Clock
      }
      stateDeadline {
        ...Clock
      }
      responsibleParties {
        takenOn
        holders {
          party
          name
          title
        }
        missing
      }
      fiveImplementations {
        responsibility
        measures
        funds
        deadline
        emergencyPlan
      }
      availableActions {
        ...Actions
      }
      duplicateOf {
        id
        title
      }
      jurisdiction {
        code
        name
        parent {
          name
        }
      }
      enterprise {
        id
        name
        others: hazards(first: 5, filter: { open: true, overdue: true }) {
          totalCount
          nodes {
            ...HazardRow
          }
        }
      }
      inspection {
        id
        plannedOn
        officers {
          name
          certificateNumber
        }
        findings {
          id
          result
          item {
            number
            text
          }
        }
        hazards(first: 50) {
          nodes {
            id
            status
          }
        }
      }
      before: evidence(stage: BEFORE) {
        nodes {
          ...Photo
        }
      }
      after: evidence(stage: AFTER) {
        nodes {
          ...Photo
        }
      }
      rectificationTasks(first: $tasks, orderBy: DUE_AT_DESC) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          status
          dueAt
          hazard {
            id
          }
          extensions {
            id
            status
            requestedDueAt
          }
          availableActions {
            ...Actions
          }
        }
      }
    }
  }
`);

export const Photo = graphql(`
  fragment Photo on Evidence {
    id
    path
    mediaType
    sha256
    capturedAt
    latitude
    longitude
    datum
  }
`);

/** The buttons to show: lists are never null, so no default is needed. */
export function allowedActions(detail: HazardDetailQuery): string[] {
  return detail.hazard?.availableActions.filter((one) => one.allowed).map((one) => one.action) ?? [];
}

export function officersOf(detail: HazardDetailQuery): string[] {
  return detail.hazard?.inspection?.officers.map((officer) => officer.name) ?? [];
}
