package org.safetyledger.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;

/** Finds the sites on which an enterprise was with others, whoever asks: a snapshot is the same for all. */
@ApplicationScoped
class SharedSites {
    private static final Found NONE = new Found(List.of(), 0, false);

    private final EntityManager entityManager;

    SharedSites(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * @param sites by name, so many as a snapshot keeps
     * @param count how many there are
     * @param withoutMainUnit whether nobody was named to answer for one of them, which may be one that is not kept
     */
    record Found(List<ResponsibilitySnapshot.SharedSite> sites, int count, boolean withoutMainUnit) {}

    Found of(Enterprise enterprise, LocalDate day) {
        if (!enterprise.wasOnSite()) {
            return NONE;
        }
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select site_id, site_name, main_unit_id, main_unit_name, site_count, main_unit_missing"
                                + " from ledger_sites_of(cast(:enterprise as uuid), cast(:day as date))",
                        Object[].class)
                .setParameter("enterprise", enterprise.id())
                .setParameter("day", day)
                .getResultList();
        if (rows.isEmpty()) {
            return NONE;
        }
        Object[] first = rows.getFirst();
        return new Found(rows.stream().map(SharedSites::site).toList(), (Integer) first[4], (Boolean) first[5]);
    }

    private static ResponsibilitySnapshot.SharedSite site(@Nullable Object[] row) {
        return new ResponsibilitySnapshot.SharedSite(
                NodeId.text(NodeType.SITE, (UUID) row[0]),
                (String) row[1],
                row[2] == null ? null : NodeId.text(NodeType.ENTERPRISE, (UUID) row[2]),
                (String) row[3]);
    }
}
