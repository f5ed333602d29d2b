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

        @Description("How much of it waits, of the 1000 that are due first.")
        int count,

        @Description("How much of that is overdue.") int overdue,

        @Description(
                "When the first of it is due, by the clock of its present state; null where nothing waits, and for what has no time.")
        @Nullable
        OffsetDateTime earliestDueAt) {}
