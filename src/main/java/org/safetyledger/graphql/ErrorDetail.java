package org.safetyledger.graphql;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@RegisterForReflection
@Type("ErrorDetail")
@Description("One value that an error tells.")
public record ErrorDetail(
        @Description("Name, such as `max`, `state` or `needed`.")
        String name,

        @Description("Value, as text; several are separated by a comma.")
        String value) {}
