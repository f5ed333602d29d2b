package org.safetyledger.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.read.ValueTypes;

/**
 * What a command needs, declared once. A field is named with an exclamation mark behind it where it has to be given. In the
 * description of a text {@code {}} stands for its limit in characters.
 */
public final class InputType {
    private static final int KEY_LENGTH = 100;
    static final String REQUEST_ID = "requestId";
    static final String ID = "id";
    static final String EXPECTED_VERSION = "expectedVersion";

    private final String name;
    private final String description;
    private final List<InputField> fields = new ArrayList<>();
    private final Set<String> takenBackByNull = new HashSet<>();
    private boolean createsObject;

    private InputType(String name, String description) {
        this.name = name;
        this.description = description;
    }

    /** The input of a command, which may have a key of the caller's own. */
    public static InputType of(String name, String said) {
        return new InputType(name, said)
                .text(
                        REQUEST_ID,
                        KEY_LENGTH,
                        "The caller's own key for this command, up to {} characters: a repeat changes nothing.");
    }

    /** Fields that belong together within an input. */
    public static InputType ofPart(String name, String said) {
        return new InputType(name, said);
    }

    /** The object that the command is for, and in which version the caller saw it. */
    public InputType target(NodeType type, String said) {
        return target("id!", type, said);
    }

    public InputType target(String field, NodeType type, String said) {
        return node(field, type, said)
                .add(
                        EXPECTED_VERSION,
                        "Int",
                        "Version that the caller saw; the command is refused when it has changed.",
                        (given, path) -> given);
    }

    /** The id of the object that the command creates, where the client makes it: it is the command's key, too. */
    public InputType newId(NodeType type, String said) {
        createsObject = true;
        return node(ID, type, said);
    }

    public InputType node(String field, NodeType type, String said) {
        return add(field, "ID", said, InputField.node(type));
    }

    /** The id of an object of any of these types. */
    public InputType anyNode(String field, List<NodeType> types, String said) {
        return add(field, "ID", said, InputField.anyNode(types));
    }

    public InputType nodes(String field, NodeType type, String said) {
        return add(field, "[ID!]", said, InputField.nodes(type));
    }

    /** A text of one line's length. */
    public InputType name(String field, String said) {
        return text(field, Texts.NAME, said);
    }

    /** A text of some paragraphs. */
    public InputType prose(String field, String said) {
        return text(field, Texts.PROSE, said);
    }

    private InputType text(String field, int limit, String said) {
        String described = said.replace("{}", Integer.toString(limit));
        return add(field, "String", described, InputField.text(limit, field.endsWith("!")));
    }

    /** The code of something, as it is. */
    public InputType code(String field, String said) {
        return add(field, "String", said, InputField::code);
    }

    public InputType codes(String field, String said) {
        return add(field, "[String!]", said, InputField::codes);
    }

    /** A number from 1 to the most. */
    public InputType count(String field, int most, String said) {
        String described = said.replace("{}", Integer.toString(most));
        return add(field, "Int", described, InputField.within(1, most));
    }

    /** A number from 0 to the most. */
    public InputType figure(String field, int most, String said) {
        String described = said.replace("{}", Integer.toString(most));
        return add(field, "Int", described, InputField.within(0, most));
    }

    /** A whole number within these bounds, which may be below 0. */
    public InputType wholeNumber(String field, int least, int most, String said) {
        return add(field, "Int", said, InputField.within(least, most));
    }

    /** A number that may have decimals, within these bounds. */
    public InputType decimal(String field, int least, int most, String said) {
        return add(field, "Float", said, InputField.between(least, most));
    }

    /** An amount of money in yuan, above 0, with at most two decimals. */
    public InputType amount(String field, int most, String said) {
        String described = said.replace("{}", Integer.toString(most));
        return add(field, "Float", described, InputField.amount(most));
    }

    public InputType truth(String field, String said) {
        return add(field, "Boolean", said, (given, path) -> given);
    }

    public InputType time(String field, String said) {
        return add(field, "DateTime", said + ValueTypes.ISO_8601, InputField::time);
    }

    public InputType day(String field, String said) {
        return add(field, "Date", said + ValueTypes.ISO_8601, InputField::day);
    }

    public InputType choice(String field, Class<? extends Enum<?>> of, String said) {
        return add(field, ValueTypes.name(of), said, of, null, (given, path) -> given.toString());
    }

    public InputType part(String field, InputType type, String said) {
        return add(field, type.name, said, null, type, (given, path) -> given);
    }

    /** Several of the same parts, one at least and so many at most. */
    public InputType parts(String field, InputType type, int most, String said) {
        String described = said.replace("{}", Integer.toString(most));
        return add(field, "[" + type.name + "!]", described, null, type, InputField.parts(most));
    }

    /** Fields of an update that are told apart when they are null and when they are absent: null leaves the object without them. */
    public InputType takenBackByNull(String... optional) {
        takenBackByNull.addAll(List.of(optional));
        return this;
    }

    private InputType add(String field, String type, String said, InputField.Check check) {
        return add(field, type, said, null, null, check);
    }

    private InputType add(
            String field,
            String type,
            String said,
            @Nullable Class<? extends Enum<?>> choice,
            @Nullable InputType part,
            InputField.Check check) {
        boolean required = field.endsWith("!");
        String plain = required ? field.substring(0, field.length() - 1) : field;
        fields.add(new InputField(plain, required ? type + "!" : type, said, choice, part, check));
        return this;
    }

    /** Checks what was given as a whole: each refusal is added, with its path below {@code above}. */
    Form read(Map<?, ?> given, String above, List<Refusal> refusals) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (InputField field : fields) {
            Object value = given.get(field.name());
            String path = above + field.name();
            if (value instanceof Map<?, ?> members && field.part() != null) {
                values.put(field.name(), field.part().read(members, path + ".", refusals));
            } else if (value instanceof List<?> elements && field.part() != null) {
                check(field, value, path, values, refusals);
                values.put(field.name(), field.part().readAll(elements, path, refusals));
            } else if (value != null) {
                check(field, value, path, values, refusals);
            }
        }
        return new Form(
                values,
                takenBackByNull.stream()
                        .filter(field -> given.containsKey(field) && InputField.saysNothing(given.get(field)))
                        .collect(Collectors.toSet()));
    }

    private List<Form> readAll(List<?> elements, String above, List<Refusal> refusals) {
        List<Form> parts = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            parts.add(read((Map<?, ?>) elements.get(i), above + "." + i + ".", refusals));
        }
        return parts;
    }

    private static void check(
            InputField field, Object given, String path, Map<String, Object> values, List<Refusal> refusals) {
        try {
            Object value = field.check().of(given, path);
            if (value != null) {
                values.put(field.name(), value);
            }
        } catch (Refusal refusal) {
            refusals.add(refusal);
        }
    }

    /** This type and those of its parts. */
    Stream<InputType> all() {
        return Stream.concat(
                Stream.of(this), fields.stream().map(InputField::part).flatMap(InputType::allOf));
    }

    private static Stream<InputType> allOf(@Nullable InputType type) {
        return type == null ? Stream.of() : type.all();
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    List<InputField> fields() {
        return fields;
    }

    /** Whether its id is that of a new object. */
    boolean createsObject() {
        return createsObject;
    }
}
