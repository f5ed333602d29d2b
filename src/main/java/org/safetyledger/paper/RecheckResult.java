package org.safetyledger.paper;

import org.eclipse.microprofile.graphql.Description;

/** What a re-check finds of a problem. */
@Description("What a re-check finds of a problem.")
public enum RecheckResult {
    @Description("Put right (已整改).")
    DONE,
    @Description("Put right in part (部分整改).")
    PARTLY,
    @Description("Not put right (未整改).")
    NOT_DONE
}
