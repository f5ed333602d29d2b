package org.safetyledger.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.access.LateInserts;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Messages;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.UserError;

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
    private final AdvisoryLocks locks;
    private final Callers callers;
    private final Messages messages;
    private final ObjectMapper mapper;

    Commands(
            ScopedTransactions transactions,
            EntityManager entityManager,
            LateInserts lateInserts,
            AdvisoryLocks locks,
            Callers callers,
            Messages messages,
            ObjectMapper mapper) {
        this.transactions = transactions;
        this.entityManager = entityManager;
        this.lateInserts = lateInserts;
        this.locks = locks;
        this.callers = callers;
        this.messages = messages;
        this.mapper = mapper;
    }

    /**
     * @param operation name of the mutation
     * @param work does it and gives the changed object
     * @param reload the object of a command that was accepted before
     * @param payload makes the payload of the object, or of the user errors
     */
    public <E extends Recorded, P> P run(
            String operation,
            Command input,
            Supplier<E> work,
            Function<UUID, E> reload,
            BiFunction<@Nullable E, List<UserError>, P> payload) {
        try {
            E object = transactions.write(() -> once(operation, input, work, reload));
            return payload.apply(object, List.of());
        } catch (Refusal refusal) {
            if (refusal.code().topLevel()) {
                throw refusal;
            }
            return payload.apply(null, List.of(messages.userError(refusal)));
        } catch (RuntimeException failure) {
            if (input.clientMadeId() != null && TakenId.isCauseOf(failure)) {
                return payload.apply(null, List.of(messages.userError(Refusal.at("id", ErrorCode.CLIENT_ID_REUSED))));
            }
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private <E extends Recorded> E once(String operation, Command input, Supplier<E> work, Function<UUID, E> reload) {
        String requestId = Texts.optional(input.requestId(), KEY_LENGTH, "requestId");
        String key = requestId == null ? clientKey(input) : requestId;
        if (key == null) {
            return flushed(work.get());
        }
        String subject = callers.current().subject();
        String hash = hash(operation, input);
        locks.holdCommand(subject + "\n" + key);
        List<?> accepted = entityManager
                .createNativeQuery(
                        "select content_hash, object_id from accepted_command"
                                + " where subject = :subject and key = :key",
                        Object[].class)
                .setParameter("subject", subject)
                .setParameter("key", key)
                .getResultList();
        if (accepted.isEmpty()) {
            E object = flushed(work.get());
            lateInserts.add(ACCEPT, subject, key, operation, hash, object.id());
            return object;
        }
        Object[] first = (Object[]) accepted.getFirst();
        if (!hash.equals(first[0])) {
            throw Refusal.at(requestId == null ? "id" : "requestId", ErrorCode.CLIENT_ID_REUSED);
        }
        return reload.apply((UUID) first[1]);
    }

    private static @Nullable String clientKey(Command input) {
        String id = input.clientMadeId();
        return id == null ? null : "id:" + id;
    }

    private <E> E flushed(E object) {
        entityManager.flush();
        return object;
    }

    private String hash(String operation, Command input) {
        try {
            // Escaped, because a text may still hold half a character, which has no bytes, before it is refused.
            byte[] content = mapper.writer()
                    .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .writeValueAsBytes(List.of(operation, input));
            return HexFormat.of().formatHex(HistoryEntry.sha256().digest(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
