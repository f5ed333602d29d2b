package org.safetyledger.supervision.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@RegisterForReflection
@Type("ReportCorrection")
@Description(
        "What became known of earlier days after their reports. `objects` with this figure that are corrections are as many,"
                + " each with the day to which it belongs.")
public record ReportCorrection(
        @NonNull @Description("What is counted.") ReportFigure figure,

        @Description("How many more than the earlier reports say.")
        int value,

        @NonNull @Description("The earliest day to which one belongs.")
        LocalDate from,

        @NonNull @Description("The latest day to which one belongs.")
        LocalDate to) {}
