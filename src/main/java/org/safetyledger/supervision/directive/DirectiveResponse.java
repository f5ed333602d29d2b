package org.safetyledger.supervision.directive;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Authority;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.NodeId;

/** What an addressee of an item says of it; a later one adds to it. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class DirectiveResponse {
    /** What is said, with the number of its document and a photo or video, where there are. */
    record Content(
            String text,
            @Nullable String document,
            @Nullable UUID evidenceId) {}

    @Id
    private UUID id;

    private UUID directiveItemId;
    private String authorityDivision;
    private @Nullable String authorityDepartment;
    private boolean leads;
    private String text;
    private @Nullable String document;
    private @Nullable UUID evidenceId;
    private String respondedBy;
    private Instant respondedAt;

    protected DirectiveResponse() {}

    DirectiveResponse(DirectiveItem item, Authority by, Content content, Caller caller, Instant now) {
        this.id = NodeId.newUuid();
        this.directiveItemId = item.id();
        this.authorityDivision = by.division();
        this.authorityDepartment = by.department();
        this.leads = item.facts().leads(by);
        this.text = content.text();
        this.document = content.document();
        this.evidenceId = content.evidenceId();
        this.respondedBy = caller.name();
        this.respondedAt = now;
    }

    String authority() {
        return new Authority(authorityDivision, authorityDepartment).code();
    }

    boolean leads() {
        return leads;
    }

    Instant respondedAt() {
        return respondedAt;
    }
}
