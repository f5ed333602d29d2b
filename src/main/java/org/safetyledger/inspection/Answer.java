package org.safetyledger.inspection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/**
 * An answer to a checklist item.
 *
 * @param grade how grave something negative is; null where nobody said
 * @param byDevice when it was given by the clock of the device; null where that was not sent
 */
public record Answer(
        FindingResult result,
        @Nullable String note,
        boolean fixedOnSite,
        @Nullable HazardGrade grade,
        @Nullable Instant byDevice) {

    /** Only something negative has a grade or is fixed, and nothing major is done with on the spot. */
    void requireConsistency() {
        boolean negative = result == FindingResult.NON_COMPLIANT;
        if (fixedOnSite && !negative) {
            throw Refusal.wrongState("fixedOnSite", result, FindingResult.NON_COMPLIANT);
        }
        if (grade != null && !negative) {
            throw Refusal.wrongState("grade", result, FindingResult.NON_COMPLIANT);
        }
        if (fixedOnSite && grade == null) {
            throw Refusal.at("grade", ErrorCode.GRADE_REQUIRED);
        }
        if (fixedOnSite && grade != HazardGrade.GENERAL) {
            throw Refusal.at("grade", ErrorCode.GENERAL_GRADE_REQUIRED);
        }
    }
}
