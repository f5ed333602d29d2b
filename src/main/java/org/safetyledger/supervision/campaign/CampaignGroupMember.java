package org.safetyledger.supervision.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Grantee;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.party.PostHolder;

/** Somebody in a group, with the post of the day on which he joined. It ends; who comes back joins anew. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class CampaignGroupMember {
    @Id
    private UUID id;

    private UUID groupId;
    private UUID personId;
    private String name;
    private String subject;
    private String title;
    private String divisionCode;
    private @Nullable String departmentCode;
    private boolean leads;
    private Instant joinedAt;
    private @Nullable Instant leftAt;

    protected CampaignGroupMember() {}

    CampaignGroupMember(UUID groupId, PostHolder person, boolean leads, Instant now) {
        this.id = NodeId.newUuid();
        this.groupId = groupId;
        this.personId = person.id();
        this.name = person.name();
        this.subject = Objects.requireNonNull(person.subject());
        this.title = person.title();
        this.divisionCode = person.divisionCode();
        this.departmentCode = person.departmentCode();
        this.leads = leads;
        this.joinedAt = now;
    }

    void leave(Instant now) {
        leftAt = now;
    }

    Grantee grantee() {
        return new Grantee(Grantee.Kind.PERSON, subject);
    }

    UUID personId() {
        return personId;
    }

    boolean leads() {
        return leads;
    }

    String name() {
        return name;
    }
}
