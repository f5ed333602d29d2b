package org.safetyledger.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.safetyledger.access.Callers;
import org.safetyledger.access.LateInserts;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Messages;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.read.Payload;
import org.safetyledger.read.SelectedReads;

/**
 * Runs the mutations: each in one transaction in the caller's scope, a repeat answered from the first time, a refusal
 * that the caller can mend turned into user errors.
 */
@ApplicationScoped
public class Commands {
    private static final int KEY_LENGTH = 100;
    private static final String ACCEPT = "insert into accepted_command values (?, ?, ?, ?, ?, now())";

    private final ScopedTransactions transactions;
    private final EntityManager entityManager;
    private final LateInserts lateInserts;
    private final SelectedReads reads;
    private final AdvisoryLocks locks;
    private final Callers callers;
    private final Messages messages;
    private final ObjectMapper mapper;

    Commands(
            ScopedTransactions transactions,
            EntityManager entityManager,
            LateInserts lateInserts,
            SelectedReads reads,
            AdvisoryLocks locks,
            Callers callers,
            Messages messages,
            ObjectMapper mapper) {
        this.transactions = transactions;
        this.entityManager = entityManager;
        this.lateInserts = lateInserts;
        this.reads = reads;
        this.locks = locks;
        this.callers = callers;
        this.messages = messages;
        this.mapper = mapper;
    }

    /** @param work does it and gives the changed object */
    public Payload run(Command input, Supplier<? extends Recorded> work) {
        try {
            return transactions.write(() -> {
                UUID changed = once(input, work);
                // What was recorded is part of what may be selected of the object.
                lateInserts.send();
                return reads.payload(changed);
            });
        } catch (Refusal refusal) {
            if (refusal.code().topLevel()) {
                throw refusal;
            }
            return Payload.refused(messages.userError(refusal));
        } catch (RuntimeException failure) {
            if (TakenId.isCauseOf(failure)) {
                return Payload.refused(messages.userError(Refusal.at("id", ErrorCode.CLIENT_ID_REUSED)));
            }
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private UUID once(Command input, Supplier<? extends Recorded> work) {
        Map<String, String> keys = keys(input);
        if (keys.isEmpty()) {
            return done(work);
        }
        String subject = callers.current().subject();
        String operation = reads.command();
        String hash = CommandContent.hash(mapper, operation, input);
        // Each command takes its locks in the same order, so that no two wait for one another.
        keys.keySet().forEach(key -> locks.holdCommand(subject + "\n" + key));
        Map<String, Accepted> accepted = accepted(subject, keys.keySet());
        keys.forEach((key, field) -> {
            Accepted earlier = accepted.get(key);
            if (earlier != null && !earlier.contentHash().equals(hash)) {
                throw Refusal.at(field, ErrorCode.CLIENT_ID_REUSED);
            }
        });
        UUID changed = accepted.isEmpty()
                ? done(work)
                : accepted.values().iterator().next().objectId();
        keys.keySet().stream()
                .filter(key -> !accepted.containsKey(key))
                .forEach(key -> lateInserts.add(ACCEPT, subject, key, operation, hash, changed));
        return changed;
    }

    private UUID done(Supplier<? extends Recorded> work) {
        Recorded object = work.get();
        entityManager.flush();
        return object.id();
    }

    /** A command accepted before, by its hash and the object that it changed. */
    private record Accepted(String contentHash, UUID objectId) {}

    private Map<String, Accepted> accepted(String subject, Collection<String> keys) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select key, content_hash, object_id from accepted_command"
                                + " where subject = :subject and key in (:keys)",
                        Object[].class)
                .setParameter("subject", subject)
                .setParameter("keys", keys)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> new Accepted((String) row[1], (UUID) row[2])));
    }

    /** The command's keys in their order, each with the field that it comes from: a repeat may lack one or have a new one. */
    private static SortedMap<String, String> keys(Command input) {
        SortedMap<String, String> keys = new TreeMap<>();
        String requestId = Texts.optional(input.requestId(), KEY_LENGTH, "requestId");
        if (requestId != null) {
            keys.put(requestId, "requestId");
        }
        String id = input.clientMadeId();
        if (id != null) {
            keys.put("id:" + id, "id");
        }
        return keys;
    }
}
