package org.safetyledger.supervision.draw;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.safetyledger.audit.Journal;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;

/** Of several open announcements an authority could draw the one that pleases: it has one of a kind at a time. */
@ApplicationScoped
public class OpenAnnouncements {
    private final EntityManager entityManager;
    private final Journal journal;

    OpenAnnouncements(EntityManager entityManager, Journal journal) {
        this.entityManager = entityManager;
        this.journal = journal;
    }

    /** Those who announce for the same authority wait for one another. */
    public void requireNone(NodeType kind, String authority) {
        journal.hold(new NodeId(kind, UUID.nameUUIDFromBytes((kind + authority).getBytes(StandardCharsets.UTF_8))));
        List<?> open = entityManager
                .createNativeQuery(
                        "select id from " + (kind == NodeType.DRAW ? "draw" : "look_back")
                                + " where authority = :authority and status = 'ANNOUNCED'",
                        UUID.class)
                .setParameter("authority", authority)
                .getResultList();
        if (!open.isEmpty()) {
            throw Refusal.at("id", ErrorCode.ANNOUNCEMENT_OPEN, NodeId.text(kind, (UUID) open.getFirst()));
        }
    }
}
