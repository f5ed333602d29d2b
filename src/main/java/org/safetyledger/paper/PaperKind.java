package org.safetyledger.paper;

import org.eclipse.microprofile.graphql.Description;

/** What a paper is. */
@Description("What an official paper is.")
public enum PaperKind {
    @Description("Tells an enterprise of its hazards (隐患告知书); needs no visit.")
    HAZARD_NOTICE,
    @Description("Instruction to rectify, problem by problem, each with its date (责令限期整改指令书).")
    INSTRUCTION,
    @Description("Measure taken on the spot (现场处理措施决定书).")
    ON_SITE_MEASURE,
    @Description("Order to stop working (责令暂时停产停业决定书); work is resumed after an examination only.")
    STOP_ORDER,
    @Description("What a re-check found of each problem of an earlier paper (整改复查意见书).")
    RECHECK_OPINION,
    @Description(
            "Things that are registered as evidence and kept as they are (先行登记保存证据通知书), when the authority's head has"
                    + " approved it, in urgency afterwards.")
    PRESERVATION;

    /** Whether it demands something that a re-check examines. */
    boolean demands() {
        return this == INSTRUCTION || this == ON_SITE_MEASURE || this == STOP_ORDER;
    }

    /** Whether it registers things as evidence, instead of naming problems. */
    boolean preserves() {
        return this == PRESERVATION;
    }
}
