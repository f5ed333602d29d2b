package org.safetyledger.supervision.directive;

import static org.safetyledger.supervision.directive.DirectiveItem.Status.*;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Authority;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of an item: its addressees respond, the office that issued it decides. */
enum DirectiveItemVerb implements Verb<DirectiveItemVerb.Facts> {
    RESPOND("respondToDirective", Permission.ANSWER_DIRECTIVE, EnumSet.of(OPEN, RETURNED, ANSWERED)) {
        // What the lead answered waits for the decision; a co-unit's part is welcome until then.
        @Override
        public Set<? extends Enum<?>> from(Facts item, Caller caller) {
            return item.leads(item.addressee(caller)) ? EnumSet.of(OPEN, RETURNED) : super.from(item, caller);
        }

        @Override
        public @Nullable ErrorCode furtherObjection(Facts item, Caller caller) {
            return item.addressee(caller) == null ? ErrorCode.NOT_THE_ADDRESSEE : null;
        }
    },
    ACCEPT("acceptDirectiveResponse", Permission.ISSUE_DIRECTIVE, EnumSet.of(ANSWERED)),
    RETURN("returnDirectiveItem", Permission.ISSUE_DIRECTIVE, EnumSet.of(ANSWERED)),
    WITHDRAW("withdrawDirectiveItem", Permission.ISSUE_DIRECTIVE, EnumSet.of(OPEN, ANSWERED, RETURNED));

    /**
     * @param office the safety committee's office; null for the leader's office of its place
     * @param divisionCode place of the lead
     * @param leadDepartment the leading department; null when it is the government of the place
     * @param coUnits codes of governments and departments
     */
    @RegisterForReflection
    record Facts(
            DirectiveItem.Status status,
            String officeDivision,
            @Nullable String office,
            String divisionCode,
            @Nullable String leadDepartment,
            List<String> coUnits,
            @Nullable String answeredBySubject)
            implements Verb.Facts {

        /** For which addressee the caller speaks: rather for the own department than for the government; null for none. */
        @Nullable
        Authority addressee(Caller caller) {
            Authority department = new Authority(caller.division(), caller.department());
            if (caller.department() != null && addresses(department)) {
                return department;
            }
            Authority government = new Authority(caller.division(), null);
            return caller.governs() && addresses(government) ? government : null;
        }

        private boolean addresses(Authority authority) {
            return leads(authority) || coUnits.contains(authority.code());
        }

        boolean leads(@Nullable Authority authority) {
            return authority != null && authority.code().equals(new Authority(divisionCode, leadDepartment).code());
        }
    }

    private final Transition transition;

    DirectiveItemVerb(String mutation, Permission permission, Set<DirectiveItem.Status> from) {
        this.transition = new Transition(mutation, permission, from);
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts item, Caller caller) {
        boolean decides = new IssuingOffice(item.officeDivision(), item.office()).includes(caller)
                && !caller.subject().equals(item.answeredBySubject());
        return decides ? null : ErrorCode.NOT_THE_AUTHORITY;
    }
}
