package org.safetyledger.jurisdiction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@RegisterForReflection
@Enum("DeadlineDecision")
@Description("How a person came to set the end of a clock.")
public enum DeadlineDecision {
    @Description("The officer who assigned the task chose a date within the hazard's total clock.")
    ASSIGNMENT,
    @Description("The officer who assigned the task chose a date after the hazard's total clock had ended.")
    LATE_ASSIGNMENT,
    @Description("The officer chose a date when the review failed.")
    FAILED_REVIEW,
    @Description("A leader approved the extension that the enterprise asked for.")
    EXTENSION,
    @Description("The office that issued an item to an authority chose the date.")
    ISSUER
}
