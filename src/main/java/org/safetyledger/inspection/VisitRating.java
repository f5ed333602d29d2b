package org.safetyledger.inspection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** What the enterprise says of a visit, without who said it. */
@RegisterForReflection
@Type("VisitRating")
@Description("What the enterprise says of a visit, without who said it.")
public record VisitRating(
        @Description("From 1, bad, to 5, good.") int score,
        @Nullable @Description("In words.") String comment,
        @NonNull @Description("When.") OffsetDateTime ratedAt) {}
