package org.safetyledger.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.party.EnterpriseRepository;
import org.safetyledger.party.Person;
import org.safetyledger.party.PersonRepository;

/** What an enterprise's manager keeps of its posts. */
@ApplicationScoped
class EnterprisePosts {
    private final EntityManager entityManager;
    private final LockedObjects objects;
    private final EnterpriseRepository enterprises;
    private final PersonRepository people;
    private final PostChecks checks;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    EnterprisePosts(
            EntityManager entityManager,
            LockedObjects objects,
            EnterpriseRepository enterprises,
            PersonRepository people,
            PostChecks checks,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.entityManager = entityManager;
        this.objects = objects;
        this.enterprises = enterprises;
        this.people = people;
        this.checks = checks;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    EnterprisePost keep(UUID id, UUID personId, EnterprisePost.Charge charge) {
        UUID enterprise = Objects.requireNonNull(callers.current().enterpriseId());
        Person holder = holder(personId, null);
        EnterprisePost post = new EnterprisePost(id, enterprises.require(enterprise, "personId"), clock.instant())
                .give(holder, people.postTitle(holder), charge);
        journal.begin(post, "KEPT", told(post, charge));
        return post;
    }

    /** @param personId who holds it from now on, and does its checks; null for whoever does */
    EnterprisePost revise(Target target, @Nullable UUID personId, EnterprisePost.Charge charge) {
        EnterprisePost post = objects.lock(EnterprisePost.class, target, EnterprisePostVerb.REVISE);
        Person holder = holder(personId == null ? post.personId() : personId, post);
        String title = people.postTitle(holder);
        if (post.isAs(holder, title, charge)) {
            throw Refusal.of(ErrorCode.NOTHING_CHANGED);
        }
        post.give(holder, title, charge);
        journal.record(post, "REVISED", told(post, charge));
        return post;
    }

    EnterprisePost assess(Target target, EnterprisePost.Assessed assessed) {
        LocalDate today = Times.day(clock.instant());
        if (assessed.to().isBefore(assessed.from())) {
            throw Refusal.at("to", ErrorCode.END_BEFORE_START);
        }
        if (assessed.to().isAfter(today)) {
            throw Refusal.at("to", ErrorCode.TIME_IN_FUTURE, today.toString());
        }
        EnterprisePost post = objects.lock(EnterprisePost.class, target, EnterprisePostVerb.ASSESS);
        post.assess(assessed, callers.current(), clock.instant());
        Map<String, String> detail = new HashMap<>(Map.of(
                "result",
                assessed.result().name(),
                "from",
                assessed.from().toString(),
                "to",
                assessed.to().toString(),
                Journal.CONCERNED,
                Objects.requireNonNullElse(post.holderSubject(), "")));
        if (assessed.note() != null) {
            detail.put("note", assessed.note());
        }
        journal.record(post, "ASSESSED", detail);
        return post;
    }

    EnterprisePost end(Target target) {
        EnterprisePost post = objects.lock(EnterprisePost.class, target, EnterprisePostVerb.END);
        checks.stopAll(post);
        post.end();
        journal.record(post, "ENDED");
        return post;
    }

    /** Somebody of the caller's own enterprise, of whom no other post is kept: others are not seen. */
    private Person holder(UUID personId, @Nullable EnterprisePost post) {
        Person holder = people.findByIdOptional(personId)
                .orElseThrow(() -> Refusal.at("personId", ErrorCode.REFERENCE_NOT_FOUND));
        journal.hold(new NodeId(NodeType.PERSON, personId));
        boolean taken = entityManager
                .createQuery("select id from EnterprisePost where personId = :person and status = :active", UUID.class)
                .setParameter("person", personId)
                .setParameter("active", EnterprisePost.Status.ACTIVE)
                .getResultStream()
                .anyMatch(other -> post == null || !other.equals(post.id()));
        if (taken) {
            throw Refusal.at("personId", ErrorCode.POST_KEPT_ALREADY);
        }
        return holder;
    }

    private static Map<String, String> told(EnterprisePost post, EnterprisePost.Charge charge) {
        return Map.of("title", post.title(), "scope", charge.scope(), "standard", charge.standard());
    }
}
