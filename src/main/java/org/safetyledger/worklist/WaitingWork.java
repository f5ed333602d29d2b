package org.safetyledger.worklist;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** How much work of a kind waits. */
@Type("WaitingWork")
@Description("How much work of a kind waits for the caller.")
public record WaitingWork(
        @NonNull @Description("Of what kind.") WaitingKind kind,

        @Description("How much of it waits; 1000 stands for 1000 or more.")
        int count,

        @Description("How much of that is overdue.") int overdue,

        @Description("When the first of it is due; null where nothing waits.") @Nullable
        OffsetDateTime earliestDueAt) {}
