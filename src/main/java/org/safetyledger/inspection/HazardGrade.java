package org.safetyledger.inspection;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("HazardGrade")
@Description("Grade of a hazard.")
public enum HazardGrade {
    @Description("General hazard (一般事故隐患).")
    GENERAL,
    @Description("Major hazard (重大事故隐患): judged by a clause of a judgement standard.")
    MAJOR
}
