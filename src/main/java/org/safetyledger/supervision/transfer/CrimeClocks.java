package org.safetyledger.supervision.transfer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;
import org.safetyledger.jurisdiction.Deadline;

/**
 * The clocks of a suspected crime (行政执法机关移送涉嫌犯罪案件的规定). Each starts with what the one before it was for.
 *
 * @param decision of the authority's head, from the suspicion on
 * @param delivery to the police, from the decision on; null until then
 * @param answer of the police, from the delivery on, or from the request to reconsider; null until then
 * @param reconsideration to be asked for after the police refused; null until then
 */
@RegisterForReflection
record CrimeClocks(
        Deadline decision,
        @Nullable Deadline delivery,
        @Nullable Deadline answer,
        @Nullable Deadline reconsideration) {
    static CrimeClocks suspected(Deadline toDecide) {
        return new CrimeClocks(toDecide, null, null, null);
    }

    CrimeClocks approved(Deadline toDeliver) {
        return new CrimeClocks(decision, toDeliver, answer, reconsideration);
    }

    CrimeClocks handed(Deadline toAnswer) {
        return new CrimeClocks(decision, delivery, toAnswer, reconsideration);
    }

    CrimeClocks refused(Deadline toReconsider) {
        return new CrimeClocks(decision, delivery, answer, toReconsider);
    }
}
