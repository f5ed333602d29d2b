package org.safetyledger.party;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who held the four responsibilities for an enterprise on a day, and which of them nobody held where it must be held: an
 * industry's regulator in the county. Its codes tell of the leadership post by post.
 */
@RegisterForReflection(ignoreNested = false)
public record ResponsibilitySnapshot(
        LocalDate takenOn, List<Holder> holders, List<ResponsibilityParty> missing, List<MissingResponsibility> codes) {
    /** @param codes null in a snapshot from before codes were kept: what follows from the parties */
    public ResponsibilitySnapshot(
            LocalDate takenOn,
            List<Holder> holders,
            List<ResponsibilityParty> missing,
            @Nullable List<MissingResponsibility> codes) {
        this.takenOn = takenOn;
        this.holders = holders;
        this.missing = missing;
        this.codes = codes != null
                ? codes
                : missing.stream().flatMap(MissingResponsibility::of).toList();
    }

    public record Holder(ResponsibilityParty party, String name, String title, String assignmentId) {}
}
