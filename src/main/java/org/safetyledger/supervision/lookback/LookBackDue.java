package org.safetyledger.supervision.lookback;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.inspection.HazardGrade;

/** A closed hazard that is to be looked back at. */
@Type("LookBackDue")
@Description("A closed hazard that is to be looked back at, and has not been since it was closed.")
public record LookBackDue(
        @NonNull @Id @Description("The hazard.") String hazardId,

        @NonNull @Description("Its title.") String title,
        @NonNull @Description("Its grade.") HazardGrade grade,
        @NonNull @Description("When it was closed.") OffsetDateTime closedAt,

        @NonNull @Description("By when, by the rule LOOK_BACK.")
        OffsetDateTime dueAt,

        @Description("Whether that has passed.") boolean overdue) {}
