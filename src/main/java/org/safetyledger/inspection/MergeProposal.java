package org.safetyledger.inspection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** Another authority's visit to the same enterprise that could be made together with this one. */
@RegisterForReflection
@Type("MergeProposal")
@Description("Another authority's planned visit to the same enterprise that could be made together with this one.")
public record MergeProposal(
        @NonNull @Id @Description("The other visit.") String inspectionId,

        @NonNull @Description("Code of its department, else of its division.")
        String authority,

        @NonNull @Description("Its planned day.") LocalDate plannedOn) {}
