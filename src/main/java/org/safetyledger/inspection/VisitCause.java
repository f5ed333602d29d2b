package org.safetyledger.inspection;

import org.jspecify.annotations.Nullable;

/**
 * Why an enforcement visit is made.
 *
 * @param reference number of the case, such as that of the tip; null for the authority's own plan and in an emergency
 */
public record VisitCause(
        CheckKind kind, VisitSource source, @Nullable String reference) {
    boolean isEmergency() {
        return source == VisitSource.EMERGENCY;
    }
}
