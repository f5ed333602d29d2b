package org.safetyledger.hazard.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Command;

@Input("PlanHazardRectificationInput")
@Description("Records what a major hazard needs before its rectification starts.")
public record PlanHazardRectificationInput(
        @Description("The caller's own key for this command, up to 100 characters: a repeat changes nothing.") @Nullable
        String requestId,

        @NonNull @Id @Description("Hazard.") String id,

        @Description("Version that the caller saw; the command is refused when it has changed.") @Nullable
        Integer expectedVersion,

        @Description("The five implementations; absent to keep what is recorded.") @Nullable
        FiveImplementationsInput fiveImplementations,

        @Description("Interim measures until it is rectified, up to 2000 characters; absent to keep them.") @Nullable
        String interimMeasures)
        implements Command {}
