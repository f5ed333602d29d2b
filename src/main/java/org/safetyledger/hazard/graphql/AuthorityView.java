package org.safetyledger.hazard.graphql;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@RegisterForReflection
@Type("Authority")
@Description("An authority: a department, or the government of a jurisdiction.")
public record AuthorityView(
        @NonNull @Description("Code of the department, else of the jurisdiction.")
        String code,

        @NonNull @Description("Its name; a government is named by its jurisdiction.")
        String name) {}
