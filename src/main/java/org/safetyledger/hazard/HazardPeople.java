package org.safetyledger.hazard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
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
    private static final String GIVEN_SINCE =
            "select exists (select from history_entry where object_type = 'HAZARD' and object_id = :hazard"
                    + " and action = 'PERSON_ASSIGNED' and recorded_at >= :moment)";

    private final EntityManager entityManager;
    private final OwnPeople people;
    private final LockedObjects objects;
    private final Journal journal;

    HazardPeople(EntityManager entityManager, OwnPeople people, LockedObjects objects, Journal journal) {
        this.entityManager = entityManager;
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

    /** It has passed to another authority: who of the former one saw to it does so no more. The hazard is held. */
    public void release(Hazard hazard) {
        AssignedPerson before = hazard.person();
        if (before != null) {
            hazard.release();
            journal.record(hazard, "PERSON_RELEASED", before.toldReleased());
        }
    }

    /** The same for one that passed at an earlier moment, unless who has handled it since gave it to somebody. */
    public void releaseSince(Hazard hazard, Instant moment) {
        boolean given = (Boolean) entityManager
                .createNativeQuery(GIVEN_SINCE)
                .setParameter("hazard", hazard.id())
                .setParameter("moment", moment)
                .getSingleResult();
        if (!given) {
            release(hazard);
        }
    }
}
