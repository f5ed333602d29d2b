package org.safetyledger.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.safetyledger.access.Callers;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.audit.Recorded;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Messages;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.read.Payload;
import org.safetyledger.read.ReadFlush;

/**
 * Runs the mutations: each in one transaction in the caller's scope, a repeat answered from the first time, a refusal
 * that the caller can mend turned into user errors.
 */
@ApplicationScoped
public class Commands {
    static final String INPUT = "input";

    private final Map<String, CommandType> declared = new HashMap<>();
    private final ScopedTransactions transactions;
    private final EntityManager entityManager;
    private final AcceptedCommands acceptedCommands;
    private final Callers callers;
    private final Messages messages;
    private final ObjectMapper mapper;

    Commands(
            @All List<CommandSource> sources,
            ScopedTransactions transactions,
            EntityManager entityManager,
            AcceptedCommands acceptedCommands,
            Callers callers,
            Messages messages,
            ObjectMapper mapper) {
        sources.stream()
                .flatMap(source -> source.commands().stream())
                .forEach(command -> declared.put(command.name(), command));
        this.transactions = transactions;
        this.entityManager = entityManager;
        this.acceptedCommands = acceptedCommands;
        this.callers = callers;
        this.messages = messages;
        this.mapper = mapper;
    }

    /** @param given the members of the input */
    public ReadFlush.Written run(String name, Map<?, ?> given, Payload payload) throws Exception {
        CommandType command = Objects.requireNonNull(declared.get(name));
        if (!callers.current().may(command.permission())) {
            throw Refusal.of(ErrorCode.FORBIDDEN);
        }
        List<Refusal> refusals = new ArrayList<>();
        Form form = command.input().read(given, "", refusals);
        if (!refusals.isEmpty()) {
            return told(refusals, payload);
        }
        try {
            return transactions.write(() -> payload.ofChanged(once(command, form)));
        } catch (Refusal refusal) {
            if (refusal.code().topLevel()) {
                throw refusal;
            }
            return told(List.of(refusal), payload);
        } catch (RuntimeException failure) {
            if (TakenId.isCauseOf(failure)) {
                return told(List.of(Refusal.at(InputType.ID, ErrorCode.CLIENT_ID_REUSED)), payload);
            }
            throw failure;
        }
    }

    private ReadFlush.Written told(List<Refusal> refusals, Payload payload) {
        return payload.ofRefused(refusals.stream().map(messages::userError).toList());
    }

    private UUID once(CommandType command, Form form) {
        Map<String, String> keys = keys(command, form);
        if (keys.isEmpty()) {
            return done(command, form);
        }
        String subject = callers.current().subject();
        String hash = CommandContent.hash(mapper, command.name(), form);
        Map<String, AcceptedCommands.Accepted> accepted = acceptedCommands.hold(subject, keys.keySet());
        keys.forEach((key, field) -> {
            AcceptedCommands.Accepted earlier = accepted.get(key);
            if (earlier != null && !earlier.contentHash().equals(hash)) {
                throw Refusal.at(field, ErrorCode.CLIENT_ID_REUSED);
            }
        });
        UUID changed = accepted.isEmpty()
                ? done(command, form)
                : accepted.values().iterator().next().objectId();
        keys.keySet().stream()
                .filter(key -> !accepted.containsKey(key))
                .forEach(key -> acceptedCommands.accept(subject, key, command.name(), hash, changed));
        return changed;
    }

    private UUID done(CommandType command, Form form) {
        Recorded object = command.work().apply(form);
        entityManager.flush();
        return object.id();
    }

    /** The command's keys in their order, each with the field that it comes from: a repeat may lack one or have a new one. */
    private static SortedMap<String, String> keys(CommandType command, Form form) {
        SortedMap<String, String> keys = new TreeMap<>();
        String requestId = form.textOrNull(InputType.REQUEST_ID);
        if (requestId != null) {
            keys.put(requestId, InputType.REQUEST_ID);
        }
        if (command.input().createsObject() && form.values().get(InputType.ID) instanceof UUID id) {
            keys.put("id:" + id, InputType.ID);
        }
        return keys;
    }
}
