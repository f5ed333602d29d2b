import type { ApolloClient } from "@apollo/client";
import { graphql } from "./generated";
import type { ErrorCode, PlanInspectionInput, ReportHazardInput } from "./generated/graphql";

export const Refusal = graphql(`
  fragment Refusal on UserError {
    code
    message
    path
  }
`);

export const ReportHazard = graphql(`
  mutation ReportHazard($input: ReportHazardInput!) {
    reportHazard(input: $input) {
      hazard {
        ...HazardRow
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export const ConfirmHazard = graphql(`
  mutation ConfirmHazard($input: ConfirmHazardInput!) {
    confirmHazard(input: $input) {
      hazard {
        id
        version
        grade
        status
        judgementStandard
        judgementClause
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export const AssignRectification = graphql(`
  mutation AssignRectification($input: AssignRectificationInput!) {
    assignRectification(input: $input) {
      rectificationTask {
        ...TaskState
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export const TaskState = graphql(`
  fragment TaskState on RectificationTask {
    id
    version
    status
    availableActions {
      ...Actions
    }
    hazard {
      id
      status
    }
  }
`);

export const TakeUpRectification = graphql(`
  mutation TakeUpRectification($accept: RectificationInput!, $start: RectificationInput!) {
    acceptRectification(input: $accept) {
      userErrors {
        ...Refusal
      }
    }
    startRectification(input: $start) {
      rectificationTask {
        ...TaskState
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export const SubmitRectification = graphql(`
  mutation SubmitRectification($input: SubmitRectificationInput!) {
    submitRectification(input: $input) {
      rectificationTask {
        ...TaskState
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export const ReviewRectification = graphql(`
  mutation ReviewRectification($input: ReviewRectificationInput!) {
    reviewRectification(input: $input) {
      rectificationTask {
        ...TaskState
        reviewComment
        reviewedAt
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export const CloseHazard = graphql(`
  mutation CloseHazard($input: CloseHazardInput!) {
    closeHazard(input: $input) {
      hazard {
        id
        status
        closedAt
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export const PlanInspection = graphql(`
  mutation PlanInspection($input: PlanInspectionInput!) {
    planInspection(input: $input) {
      inspection {
        id
        status
        plannedOn
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** Without the optional parts: the types must not demand them. */
export const smallestReport: ReportHazardInput = {
  enterpriseId: "enterprise_01k00000000000000000000000",
  title: "二号仓库消防通道堵塞",
  category: "FIRE_FACILITIES",
};

/** A plan whose officers are named later. */
export const planWithoutOfficers: PlanInspectionInput = {
  kind: "ENFORCEMENT",
  checkKind: "DAILY",
  enterpriseId: "enterprise_01k00000000000000000000000",
  checklistId: "checklist_01k00000000000000000000000",
  plannedOn: "2026-03-02",
};

export async function report(client: ApolloClient, input: ReportHazardInput): Promise<ErrorCode[]> {
  const { data } = await client.mutate({ mutation: ReportHazard, variables: { input } });
  return data?.reportHazard?.userErrors.map((refusal) => refusal.code) ?? [];
}
