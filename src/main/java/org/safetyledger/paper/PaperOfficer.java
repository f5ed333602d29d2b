package org.safetyledger.paper;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

@RegisterForReflection
@Type("PaperOfficer")
@Description("An officer whom a paper names, as it was when the paper was made out.")
public record PaperOfficer(
        @Description("Name.") String name,

        @Description("Number of the certificate for administrative inspections (执法证号); null where there was none.")
        @Nullable
        String certificateNumber) {}
