package org.safetyledger.hazard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.party.AssignedPerson;
import org.safetyledger.party.OwnPeople;

/** Who of the authority that handles a hazard sees to it. */
@ApplicationScoped
public class HazardPeople {
    private final OwnPeople people;
    private final LockedObjects objects;
    private final Journal journal;

    HazardPeople(OwnPeople people, LockedObjects objects, Journal journal) {
        this.people = people;
        this.objects = objects;
        this.journal = journal;
    }

    public Hazard assign(Target target, UUID person) {
        Hazard hazard = objects.lock(Hazard.class, target, HazardVerb.ASSIGN_PERSON);
        AssignedPerson before = hazard.person();
        if (before != null && before.is(person)) {
            throw Refusal.at("personId", ErrorCode.NOTHING_CHANGED);
        }
        AssignedPerson assigned = new AssignedPerson(people.require(person, "personId"));
        hazard.assignTo(assigned);
        journal.record(hazard, "PERSON_ASSIGNED", assigned.told(before));
        return hazard;
    }
}
