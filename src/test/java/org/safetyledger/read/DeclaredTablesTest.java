package org.safetyledger.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.audit.HistoryEntry;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;

/** What the features declare fits the tables that the migrations make, and the executable that is built of it. */
@LedgerTest
class DeclaredTablesTest {
    private static final Map<ReadField.Kind, Set<String>> FITTING = Map.of(
            ReadField.Kind.TEXT, Set.of("text"),
            ReadField.Kind.INTEGER, Set.of("int4", "int8"),
            ReadField.Kind.DECIMAL, Set.of("float8", "numeric"),
            ReadField.Kind.BOOLEAN, Set.of("bool"),
            ReadField.Kind.TIME, Set.of("timestamptz"),
            ReadField.Kind.DAY, Set.of("date"),
            ReadField.Kind.NODE, Set.of("uuid"));

    /** Choices that a column does not take, though another of the same enum does. */
    private static final Map<String, Set<String>> NEVER_TAKEN = Map.of(
            // Nobody assumes a standard, as the ledger assumes a deadline where no rule is known.
            "judgement_standard.evidence", Set.of("DEFAULT"),
            "judgement_clause.evidence", Set.of("DEFAULT"),
            // Ladders end within days, and with the city.
            "escalation_rule.unit", Set.of("YEAR"),
            "escalation_rule.level", Set.of("PROVINCE", "TOWN"),
            // Only an end of a hazard ends what waited.
            "hazard_transfer.ended_with",
                    Set.of(
                            "REPORTED",
                            "CONFIRMED",
                            "ASSIGNED",
                            "RECTIFYING",
                            "SUBMITTED",
                            "REVIEWING",
                            "FIXED_ON_SITE",
                            "REOPENED"));

    /** A check as the database writes {@code status in ('A', 'B')}. */
    private static final Pattern NAMES =
            Pattern.compile("CHECK \\(\\(\\w+ = (?:ANY \\(ARRAY\\[(?:'\\w+'::text(?:, )?)+]\\)|'\\w+'::text)\\)\\)");

    private static final Pattern NAME = Pattern.compile("'(\\w+)'");

    @Inject
    ReadTypes types;

    @Inject
    EntityManager entityManager;

    @Test
    void everyFieldReadsColumnsOfAFittingType() throws SQLException {
        List<String> wrong = new ArrayList<>();
        try (Connection connection = LedgerDatabase.asSuperuser()) {
            for (ReadType type : types.all()) {
                for (ReadField field : type.fields().values()) {
                    switch (field) {
                        case ReadField.Column column ->
                            misfit(
                                            connection,
                                            type,
                                            column.expression(),
                                            Objects.requireNonNull(FITTING.get(column.kind())))
                                    .ifPresent(misfit -> wrong.add(name(type, field) + " reads " + misfit));
                        case ReadField.Derived derived ->
                            misfit(connection, type, derived.expression(), Set.of("jsonb"))
                                    .ifPresent(misfit -> wrong.add(name(type, field) + " reads " + misfit));
                        default -> {}
                    }
                }
            }
        }
        assertEquals(
                List.of(),
                wrong,
                "Name the right column behind the field's name, or add it to the table in a migration: ");
    }

    @Test
    void noTwoFieldsOfATypeReadTheSame() {
        List<String> same = new ArrayList<>();
        for (ReadType type : types.all()) {
            Map<String, String> readBy = new HashMap<>();
            type.fields().values().stream()
                    .flatMap(field -> field instanceof ReadField.Column column ? Stream.of(column) : Stream.empty())
                    .forEach(column -> {
                        String read = column.prefix() + column.expression();
                        String other = readBy.put(read, column.said().name());
                        if (other != null) {
                            same.add(name(type, column) + " reads " + read + " as " + other + " does");
                        }
                    });
        }
        assertEquals(List.of(), same, "One of each two reads another's column: name its own behind its name: ");
    }

    @Test
    void fieldsThatAreNeverNullReadColumnsThatAreNeverNull() throws SQLException {
        // Given
        Set<String> nullable =
                rows("select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid"
                        + " where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attnotnull"
                        + " and a.attgenerated = ''");

        // When
        List<String> wrong = types.all().stream()
                .flatMap(type -> type.fields().values().stream()
                        .filter(field -> field instanceof ReadField.Column column
                                && column.said().isRequired()
                                && column.expression().matches("\\$\\.\\w+")
                                && nullable.contains(
                                        type.table() + "." + column.names().getFirst()))
                        .map(field -> name(type, field)))
                .toList();

        // Then
        assertEquals(
                List.of(),
                wrong,
                "Their columns may be null: take the exclamation mark from the field's name, have the column not null in a"
                        + " migration, or name the right one: ");
    }

    @Test
    void referencesLeadToTheTableOfTheirType() throws SQLException {
        // Given
        Set<String> keys = rows("select conrelid::regclass || '.' || a.attname || ' leads to ' || confrelid::regclass"
                + " from pg_constraint k join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]"
                + " where contype = 'f' and cardinality(conkey) = 1");
        Set<String> leading = keys.stream().map(key -> key.split(" ", 2)[0]).collect(Collectors.toSet());

        // When
        List<String> wrong = types.all().stream()
                .flatMap(type -> type.fields().values().stream()
                        .filter(field -> leading.contains(column(type, field)))
                        .filter(field -> !keys.contains(column(type, field) + " leads to " + leadsTo(type, field)))
                        .map(field -> "%s is said to lead to %s by %s"
                                .formatted(name(type, field), leadsTo(type, field), column(type, field))))
                .toList();

        // Then
        assertEquals(
                List.of(),
                wrong,
                "By its foreign key the column leads to another table: name the right one. There are " + keys);
    }

    @Test
    void whatCommandsChangeIsRecordedUnderTheNameOfItsType() throws SQLException {
        // Given
        Set<String> recorded = rows("select name || ' in ' || recorded_in from recorded_type");

        // When
        List<String> missing = types.all().stream()
                .filter(type -> type.changed() != null)
                .flatMap(type -> Stream.ofNullable(type.node())
                        .flatMap(node -> Stream.of(HistoryEntry.typeName(node), node.name()))
                        .distinct()
                        .map(name -> "%s in %s".formatted(name, type.table())))
                .filter(one -> !recorded.contains(one))
                .toList();

        // Then
        assertEquals(
                List.of(),
                missing,
                "Nobody would see the history of these, or be told of it: add `select ledger_record('table', 'NAME')` to the"
                        + " migration, where NAME is the constant of NodeType: ");
    }

    @Test
    void choicesAreThoseThatTheColumnTakes() throws SQLException {
        // Given
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        try (Connection connection = LedgerDatabase.asSuperuser()) {
            Map<String, Set<String>> taken = taken(connection);
            for (ReadType type : types.all()) {
                for (Class<?> of : type.parts()) {
                    for (ReadField field : type.fields().values()) {
                        if (!of.isEnum()
                                || !(field instanceof ReadField.Column column)
                                || !ValueTypes.name(of)
                                        .equals(column.said().type().replace("!", ""))) {
                            continue;
                        }

                        // When
                        Set<String> choices = Stream.of(of.getEnumConstants())
                                .map(one -> ((Enum<?>) one).name())
                                .collect(Collectors.toCollection(TreeSet::new));
                        String place = type.table() + "." + column.names().getFirst();
                        choices.removeAll(NEVER_TAKEN.getOrDefault(place, Set.of()));
                        Set<String> ofColumn = taken.getOrDefault(place, choices);

                        // Then
                        compared += taken.containsKey(place) ? 1 : 0;
                        if (!ofColumn.equals(choices)) {
                            wrong.add(of.getSimpleName() + " has " + choices + ", but " + place + " takes " + ofColumn);
                        }
                    }
                }
            }
        }
        assertTrue(compared > 15, "Only " + compared + " choices are compared");
        assertEquals(
                List.of(),
                wrong,
                "What one has and the other does not cannot be stored, or is never used: mend the enum, or the check of the"
                        + " column (once applied, by a migration that drops it and adds another): ");
    }

    /** By table and column the texts that its check names, where it has one that does nothing else. */
    private static Map<String, Set<String>> taken(Connection connection) throws SQLException {
        Map<String, Set<String>> taken = new HashMap<>();
        LedgerDatabase.texts(
                        connection,
                        "select conrelid::regclass || '.' || a.attname || ' ' || pg_get_constraintdef(k.oid) from pg_constraint k"
                                + " join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]"
                                + " where contype = 'c' and cardinality(conkey) = 1")
                .forEach(check -> {
                    String[] parts = check.split(" ", 2);
                    if (NAMES.matcher(parts[1]).matches()) {
                        Set<String> names = NAME.matcher(parts[1])
                                .results()
                                .map(name -> name.group(1))
                                .collect(Collectors.toCollection(TreeSet::new));
                        taken.put(parts[0], names);
                    }
                });
        return taken;
    }

    @Test
    void executableFindsWhatTheSchemaIsMadeOf() {
        // Given
        Set<Class<?>> known = new LinkedHashSet<>();
        entityManager
                .getMetamodel()
                .getEntities()
                .forEach(entity -> entity.getAttributes().forEach(attribute -> known.add(attribute.getJavaType())));
        Set<Class<?>> parts = new LinkedHashSet<>();
        types.all().forEach(type -> type.parts().forEach(part -> addWithComponents(part, parts)));
        types.all().stream()
                .filter(type -> type.list() != null)
                .flatMap(type ->
                        Stream.concat(type.requiredList().arguments().stream(), type.requiredList().filters().stream()))
                .map(Filter::choice)
                .forEach(choice -> addWithComponents(choice, parts));

        // When
        List<String> unregistered = parts.stream()
                .filter(part -> !known.contains(part) && !part.isAnnotationPresent(RegisterForReflection.class))
                .map(Class::getName)
                .sorted()
                .toList();

        // Then
        assertEquals(
                List.of(),
                unregistered,
                "The native executable finds neither components nor names of these: annotate them with"
                        + " @RegisterForReflection: ");
    }

    private static void addWithComponents(@Nullable Type type, Set<Class<?>> parts) {
        if (type instanceof ParameterizedType list) {
            addWithComponents(list.getActualTypeArguments()[0], parts);
        } else if (type instanceof Class<?> part
                && part.getName().startsWith("org.safetyledger")
                && parts.add(part)
                && part.isRecord()) {
            Arrays.stream(part.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(component -> addWithComponents(component, parts));
        }
    }

    /** What is wrong with the expression: the database's words, or the type that it has instead. */
    private static Optional<String> misfit(
            Connection connection, ReadType type, String expression, Set<String> fitting) {
        String read = expression.replace("$.", "t.");
        try (Statement statement = connection.createStatement();
                ResultSet none =
                        statement.executeQuery("select " + read + " from " + type.table() + " t where false")) {
            String found = none.getMetaData().getColumnTypeName(1);
            return fitting.contains(found)
                    ? Optional.empty()
                    : Optional.of(read + " of type " + found + " instead of " + String.join(" or ", fitting));
        } catch (SQLException refusal) {
            return Optional.of(read + ": " + refusal.getMessage());
        }
    }

    private static String name(ReadType type, ReadField field) {
        return type.name() + "." + field.said().name();
    }

    /** The column by which one object leads to another, with its table; empty for other fields. */
    private String column(ReadType type, ReadField field) {
        return switch (field) {
            case ReadField.Reference reference -> type.table() + "." + String.join(",", reference.columns());
            case ReadField.Children children -> types.named(children.target()).table() + "." + children.column();
            case ReadField.Members members -> types.named(members.target()).table() + "." + members.column();
            case ReadField.Column column
            when column.node() != null && types.nodes().containsKey(column.node()) ->
                type.table() + "." + column.names().getFirst();
            default -> "";
        };
    }

    private String leadsTo(ReadType type, ReadField field) {
        return switch (field) {
            case ReadField.Reference reference ->
                types.named(reference.target()).table();
            case ReadField.Column column -> table(Objects.requireNonNull(column.node()));
            default -> type.table();
        };
    }

    private String table(NodeType node) {
        return Objects.requireNonNull(types.nodes().get(node)).table();
    }

    private static Set<String> rows(String query) throws SQLException {
        try (Connection connection = LedgerDatabase.asSuperuser()) {
            return Set.copyOf(LedgerDatabase.texts(connection, query));
        }
    }
}
