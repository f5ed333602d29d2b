package org.safetyledger.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

@Type("PageInfo")
@Description("Where a page stands in its list.")
public record PageInfo(
        @Description("Whether more follows behind this page.")
        boolean hasNextPage,

        @Description("Whether something lies before this page: true when `after` was given.")
        boolean hasPreviousPage,

        @Description("Cursor of the page's first edge; null on an empty page.") @Nullable
        String startCursor,

        @Description("Cursor of the page's last edge, to be sent as `after` for the next page; null on an empty page.")
        @Nullable
        String endCursor) {}
