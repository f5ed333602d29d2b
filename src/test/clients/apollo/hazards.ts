import type { ApolloClient } from "@apollo/client";
import { graphql } from "./generated";
import type {
  CountyHazardsQuery,
  CountyHazardsQueryVariables,
  HazardFilter,
  HazardRowFragment,
} from "./generated/graphql";

export const HazardRow = graphql(`
  fragment HazardRow on Hazard {
    id
    title
    grade
    status
    dueAt
    overdue
    enterprise {
      ...EnterpriseName
    }
  }
`);

export const EnterpriseName = graphql(`
  fragment EnterpriseName on Enterprise {
    id
    name
    creditCode
  }
`);

export const CountyHazards = graphql(`
  query CountyHazards($first: Int!, $after: String, $filter: HazardFilter, $orderBy: HazardOrder) {
    viewer {
      name
      division
      permissions
    }
    hazards(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      edges {
        cursor
        node {
          ...HazardRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** All open major hazards of a county, page by page. */
export async function openMajorHazards(client: ApolloClient, county: string): Promise<HazardRowFragment[]> {
  const filter: HazardFilter = { jurisdiction: county, grade: "MAJOR", open: true };
  const rows: HazardRowFragment[] = [];
  let after: CountyHazardsQueryVariables["after"] = null;
  do {
    const variables: CountyHazardsQueryVariables = { first: 100, after, filter, orderBy: "DUE_AT_ASC" };
    const answer: { data?: CountyHazardsQuery } = await client.query({ query: CountyHazards, variables });
    const page = answer.data?.hazards;
    rows.push(...(page?.edges.map((edge) => edge.node) ?? []));
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return rows;
}

export function mostUrgent(rows: HazardRowFragment[]): string | undefined {
  return rows.filter((row) => row.overdue && row.status !== "CLOSED").map((row) => row.enterprise?.name)[0];
}
