package org.safetyledger.supervision.transfer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;
import org.safetyledger.jurisdiction.Deadline;

/**
 * The clocks of a suspected crime (行政执法机关移送涉嫌犯罪案件的规定).
 *
 * @param decision of the authority, from the suspicion on
 * @param delivery to the police, from the decision on
 * @param answer of the police
 * @param reconsideration to be asked for after the police refused; null until then
 */
@RegisterForReflection
record CrimeClocks(
        Deadline decision,
        Deadline delivery,
        Deadline answer,
        @Nullable Deadline reconsideration) {
    CrimeClocks refused(Deadline toReconsider) {
        return new CrimeClocks(decision, delivery, answer, toReconsider);
    }
}
