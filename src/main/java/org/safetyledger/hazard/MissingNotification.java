package org.safetyledger.hazard;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** Somebody whom an enterprise should have told of a major hazard by now. */
@RegisterForReflection
@Type("MissingNotification")
@Description("Somebody whom an enterprise should have told of a major hazard by now, and has not.")
public record MissingNotification(
        @NonNull @Description("Whom.") HazardNotificationAudience audience,

        @NonNull
        @Description("By when: by the deadline rule HAZARD_NOTIFICATION, from when the hazard was graded MAJOR.")
        OffsetDateTime dueAt) {}
