package org.safetyledger.party;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** A department that regulates what was asked for, and why it does. */
@Type("Regulator")
@Description("A department that regulates what was asked for, and why it does.")
public record Regulator(
        @NonNull @Description("Code of the department.") String department,

        @NonNull @Description("Name of the department.") String departmentName,

        @NonNull @Description("Why it does.") Basis basis,

        @NonNull
        @Description(
                "What it is by: the section or division of GB/T 4754, the kind of venue or the matter that the department"
                        + " has or that the decision names.")
        String found,

        @Description("The document: of its duties, or of the decision; null where none was loaded.") @Nullable
        String document,

        @Description("Reason of the decision; null where it does so by its own duties.") @Nullable
        String reason,

        @Description("First day of the decision; null where it does so by its own duties.") @Nullable
        LocalDate decidedOn) {

    /** Why a department regulates something. */
    @Enum("RegulatorBasis")
    @Description("Why a department regulates something.")
    public enum Basis {
        @Description("The trade is among its industries: the longest prefix goes before shorter ones.")
        INDUSTRY,
        @Description("The kind of venue is among its venues.")
        VENUE,
        @Description("It supervises the matter in all trades.")
        MATTER,
        @Description("The government of the place decided it (Work Safety Law, article 10).")
        DECISION
    }

    /** Whether it is for the trade or venue itself, not for a matter that all trades share. */
    boolean regulates() {
        return basis != Basis.MATTER;
    }
}
