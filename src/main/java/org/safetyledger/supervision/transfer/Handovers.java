package org.safetyledger.supervision.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.hazard.HazardPeople;
import org.safetyledger.hazard.HazardRepository;

/** What becomes of a hazard that has passed to another authority: no officer of the former one has it any more. */
@ApplicationScoped
class Handovers {
    private final EntityManager entityManager;
    private final HazardRepository hazards;
    private final HazardPeople people;
    private final ScopedTransactions transactions;

    Handovers(
            EntityManager entityManager,
            HazardRepository hazards,
            HazardPeople people,
            ScopedTransactions transactions) {
        this.entityManager = entityManager;
        this.hazards = hazards;
        this.people = people;
        this.transactions = transactions;
    }

    /**
     * Holds the hazard before the transfer itself is held, in the order of whoever ends a hazard and with it what waits and who works
     * along: else each of the two could wait for the other. What goes to the police does not end with its hazard.
     *
     * @param transfer where it is one that the caller may not see, nothing is held
     */
    void hold(UUID transfer) {
        entityManager
                .createNativeQuery(
                        "select hazard_id from hazard_transfer where id = :id and kind <> 'CRIME'", UUID.class)
                .setParameter("id", transfer)
                .getResultStream()
                .findFirst()
                .ifPresent(hazard -> transactions.asSystem(() -> entityManager
                        .createNativeQuery("select 1 from hazard where id = :id for update")
                        .setParameter("id", hazard)
                        .getResultList()));
    }

    /** It was accepted, or decided on: whoever did so need not be let change the hazard. */
    void passed(HazardTransfer transfer) {
        if (transfer.passes()) {
            transactions.asSystem(() -> {
                Hazard hazard = hazards.lock(transfer.hazardId(), "hazardId");
                people.release(hazard);
                return hazard;
            });
        }
    }

    /** Silence accepted it at the end of its clock. The hazard is held. */
    void passedBySilence(Hazard hazard, HazardTransfer transfer) {
        Instant passedAt = transfer.silentFrom();
        if (transfer.passes() && passedAt != null) {
            people.releaseSince(hazard, passedAt);
        }
    }
}
