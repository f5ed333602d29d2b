package org.safetyledger.read;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.execution.CoercedVariables;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.safetyledger.access.Caller;
import org.safetyledger.access.LateInserts;
import org.safetyledger.graphql.Cursors;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.UserError;

/**
 * Has the commands of documents carried out, one after the other, and writes what they come to. A command that fails is null
 * with an error at its place, beside the data of the others.
 */
@ApplicationScoped
public class CommandDocuments {
    private final FlushBuilder flushes;
    private final LateInserts lateInserts;
    private final Cursors cursors;
    private final ObjectMapper mapper;

    CommandDocuments(FlushBuilder flushes, LateInserts lateInserts, Cursors cursors, ObjectMapper mapper) {
        this.flushes = flushes;
        this.lateInserts = lateInserts;
        this.cursors = cursors;
        this.mapper = mapper;
    }

    /** Carries a command out by its name and the members of its input, and writes its payload. */
    @FunctionalInterface
    public interface CommandRun {
        ReadFlush.Written of(String command, Map<?, ?> input, Payload payload) throws Exception;
    }

    private record Given(Selection selection, Map<?, ?> input) {}

    /** @param refusals what a failure of a command is told as */
    public ReadFlush.Written answer(
            CompiledReads.Prepared document, Caller caller, CommandRun run, Function<Exception, Refusal> refusals) {
        // Of all commands, before the first is carried out: a misfit refuses the document as a whole.
        List<Given> given = document.document().roots().stream()
                .map(root -> new Given(root, input(root, document.variables())))
                .toList();
        return written(writer -> {
            for (Given root : given) {
                writer.root(root.selection().key(), () -> {
                    if (root.selection() instanceof Selection.Command command) {
                        Payload payload = new Selected(command.payload(), document.variables(), caller);
                        carryOut(command.name(), root.input(), payload, run, refusals, writer);
                    } else {
                        writer.typeName(root.selection());
                    }
                });
            }
        });
    }

    private static void carryOut(
            String command,
            Map<?, ?> input,
            Payload payload,
            CommandRun run,
            Function<Exception, Refusal> refusals,
            AnswerWriter writer)
            throws IOException {
        ReadFlush.Written written;
        try {
            written = run.of(command, input, payload);
        } catch (Exception failure) {
            writer.refuse(refusals.apply(failure));
            return;
        }
        writer.payload(written);
    }

    private static Map<?, ?> input(Selection selection, CoercedVariables variables) {
        return selection instanceof Selection.Command command
                ? ReadArguments.of(command.arguments(), variables).members("input")
                : Map.of();
    }

    private ReadFlush.Written written(Members members) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = mapper.getFactory().createGenerator(answer)) {
            AnswerWriter writer = new AnswerWriter(json, cursors, mapper);
            json.writeStartObject();
            members.write(writer);
            json.writeEndObject();
            json.flush();
            return new ReadFlush.Written(answer.toByteArray(), writer.refused());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface Members {
        void write(AnswerWriter writer) throws IOException, SQLException;
    }

    private final class Selected implements Payload {
        private final List<Selection> parts;
        private final CoercedVariables variables;
        private final Caller caller;

        Selected(List<Selection> parts, CoercedVariables variables, Caller caller) {
            this.parts = parts;
            this.variables = variables;
            this.caller = caller;
        }

        @Override
        public ReadFlush.Written ofChanged(UUID id) {
            return parts.stream().anyMatch(Selection.Changed.class::isInstance)
                    ? lateInserts.sendWith(
                            new FlushInTransaction(caller, flushes.ofPayload(parts, id, variables, caller)))
                    : ofRefused(List.of());
        }

        @Override
        public ReadFlush.Written ofRefused(List<UserError> errors) {
            return written(writer -> writer.refusedPayload(parts, errors));
        }
    }
}
