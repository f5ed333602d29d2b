package org.safetyledger.access;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;

@RegisterForReflection
@Type("AvailableAction")
@Description("Whether the caller may do something with this object now, by the guard that the mutation itself uses.")
public record AvailableAction(
        @Description("Name of the mutation.") String action,
        @Description("Whether it is allowed now.") boolean allowed,

        @Description("Code with which the mutation would refuse; null when it is allowed.") @Nullable
        ErrorCode code,

        @Description("Why it is not allowed, in the request's language; null when it is allowed.") @Nullable
        String reason) {}
