package org.safetyledger.party;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** To whom of its own people somebody gives work. */
@ApplicationScoped
public class OwnPeople {
    private final PersonRepository people;
    private final Callers callers;

    OwnPeople(PersonRepository people, Callers callers) {
        this.people = people;
        this.callers = callers;
    }

    /** Somebody of the caller's enterprise, or who holds a post of the caller's department, or of the government for which he acts. */
    public PostHolder require(UUID person, String field) {
        PostHolder holder = people.holders(List.of(person)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.at(field, ErrorCode.REFERENCE_NOT_FOUND));
        if (!isOwn(holder, callers.current())) {
            throw Refusal.at(field, ErrorCode.PERSON_OF_ANOTHER_SIDE, holder.name());
        }
        return holder;
    }

    private static boolean isOwn(PostHolder holder, Caller caller) {
        if (caller.ofEnterprise() || holder.enterpriseId() != null) {
            return holder.enterpriseId() != null && holder.enterpriseId().equals(caller.enterpriseId());
        }
        return caller.governs()
                ? holder.divisionCode().equals(caller.division())
                : holder.departmentCode() != null && holder.departmentCode().equals(caller.department());
    }
}
