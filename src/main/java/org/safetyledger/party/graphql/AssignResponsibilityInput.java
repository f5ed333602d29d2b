package org.safetyledger.party.graphql;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Command;
import org.safetyledger.party.ResponsibilityParty;

@Input("AssignResponsibilityInput")
@Description("Makes somebody responsible.")
public record AssignResponsibilityInput(
        @Description("The caller's own key for this command, up to 100 characters: a repeat changes nothing.") @Nullable
        String requestId,

        @NonNull @Description("Which of the four parties.") ResponsibilityParty party,

        @NonNull
        @Description(
                "Division code of the place, in the caller's own area; not of a division that has retired by the first day.")
        String jurisdiction,

        @Description("Section or division of GB/T 4754-2017 that it is limited to.") @Nullable
        String industry,

        @Id @Description("Enterprise that it is limited to; needed for ENTERPRISE_MAIN.") @Nullable
        String enterpriseId,

        @NonNull
        @Id
        @Description(
                "The holder, whose post has to fit the party: a leader of party or government for LEADERSHIP; such a leader or"
                        + " a safety officer for TERRITORIAL; head or officer of a department for INDUSTRY_REGULATOR; the"
                        + " enterprise's own principal or safety manager for ENTERPRISE_MAIN.")
        String personId,

        @NonNull @Description("First day.") LocalDate validFrom,

        @Description("Last day; absent for an open end.") @Nullable
        LocalDate validTo,

        @Id @Description("Assignment of the same party and place that ends the day before.") @Nullable
        String replacesId)
        implements Command {}
