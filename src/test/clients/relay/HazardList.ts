import { graphql } from "relay-runtime";

export const query = graphql`
  query HazardListQuery($filter: HazardFilter, $orderBy: HazardOrder) {
    viewer {
      name
    }
    ...HazardList_query @arguments(filter: $filter, orderBy: $orderBy)
  }
`;

export const list = graphql`
  fragment HazardList_query on Query
  @argumentDefinitions(
    filter: { type: "HazardFilter" }
    orderBy: { type: "HazardOrder", defaultValue: DUE_AT_ASC }
    count: { type: "Int", defaultValue: 20 }
    cursor: { type: "String" }
  )
  @refetchable(queryName: "HazardListPaginationQuery") {
    hazards(first: $count, after: $cursor, filter: $filter, orderBy: $orderBy)
      @connection(key: "HazardList_hazards", filters: ["filter", "orderBy"]) {
      totalCount
      edges {
        node {
          id
          ...HazardRow_hazard
        }
      }
    }
  }
`;
