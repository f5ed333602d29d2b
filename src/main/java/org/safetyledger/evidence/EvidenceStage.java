package org.safetyledger.evidence;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("EvidenceStage")
@Description("What a piece of evidence shows.")
public enum EvidenceStage {
    @Description("The hazard before its rectification.")
    BEFORE,
    @Description("The place after the rectification.")
    AFTER,
    @Description("Something else, e.g. a document.")
    OTHER
}
