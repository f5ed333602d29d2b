package org.safetyledger.supervision.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@RegisterForReflection
@Type("ReportedFigure")
@Description("One figure of a daily report. `objects` with this figure and without corrections are as many.")
public record ReportedFigure(
        @NonNull @Description("What is counted.") ReportFigure figure,
        @Description("How many.") int value,

        @Description("Whether it counts problems that stand out.")
        boolean outstanding) {}
