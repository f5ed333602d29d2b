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
    @Description(
            "The place at a look-back (回头看) after the hazard was closed. It is the only evidence that a closed hazard takes,"
                    + " and proves no fix.")
    LOOK_BACK,
    @Description("Something else, e.g. a document.")
    OTHER
}
