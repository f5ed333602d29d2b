package org.safetyledger.supervision.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The types of objects that figures count. */
@Enum("ReportedKind")
@RegisterForReflection
@Description("Type of an object that a daily report counts.")
enum ReportedKind {
    @Description("A visit: `inspection`.")
    INSPECTION,
    @Description("A negative answer to a checklist item: `finding`.")
    FINDING,
    @Description("A hazard: `hazard`.")
    HAZARD,
    @Description("A rectification task: `rectificationTask`.")
    RECTIFICATION_TASK,
    @Description("An official paper: `paper`.")
    PAPER,
    @Description("An item of a visit to an authority: `supervisionItem`.")
    SUPERVISION_ITEM,
    @Description("An item of a directive: `directiveItem`.")
    DIRECTIVE_ITEM
}
