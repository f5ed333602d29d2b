package org.safetyledger.party;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;

/**
 * Who held the four responsibilities for an enterprise on a day, and which of them nobody held where it must be held: an
 * industry's regulator in the county.
 */
@RegisterForReflection(ignoreNested = false)
public record ResponsibilitySnapshot(LocalDate takenOn, List<Holder> holders, List<ResponsibilityParty> missing) {
    public record Holder(ResponsibilityParty party, String name, String title, String assignmentId) {}
}
