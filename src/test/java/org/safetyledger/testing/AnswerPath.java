package org.safetyledger.testing;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an answer has at a path. Paths of the common steps, such as {@code data.hazards.nodes[0].id} or
 * {@code data.waiting.find { it.kind == 'X' }.count}, are walked and give what their script would: to compile that for each
 * answer anew takes longer than most requests. Other paths are left to the scripts.
 */
public final class AnswerPath extends JsonPath {
    private static final Pattern STEP =
            Pattern.compile("\\G\\.?(?:find \\{ it\\.(?<key>\\w+(?:\\.\\w+)*) == '(?<text>[^'\\\\]*)' }"
                    + "|(?<name>[A-Za-z_]\\w*)|\\[(?<place>-?\\d{1,6})])(?=[.\\[]|$)");

    /** What a list has itself, so that scripts do not ask its members for it. */
    private static final Set<String> OF_A_LIST = Set.of("class", "empty", "first", "last", "metaClass", "properties");

    private static final Object LEFT_TO_THE_SCRIPT = new Object();

    private final JsonPath whole;
    private String root = "";
    private @Nullable Object parsed;

    public AnswerPath(String text) {
        super(text);
        whole = new JsonPath(text);
    }

    public static AnswerPath of(Response answer) {
        return new AnswerPath(new String(answer.asByteArray(), StandardCharsets.UTF_8));
    }

    @Override
    public JsonPath setRootPath(String rootPath) {
        root = rootPath.isEmpty() || rootPath.endsWith(".") ? rootPath : rootPath + ".";
        return super.setRootPath(rootPath);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T get(String path) {
        Object value = walked(root + path);
        return value == LEFT_TO_THE_SCRIPT ? super.get(path) : (T) value;
    }

    private @Nullable Object walked(String path) {
        Object value = document();
        Matcher step = STEP.matcher(path);
        int walked = 0;
        while (walked < path.length() && value != LEFT_TO_THE_SCRIPT) {
            value = step.find() ? taken(step, value) : LEFT_TO_THE_SCRIPT;
            walked = value == LEFT_TO_THE_SCRIPT ? walked : step.end();
        }
        return value;
    }

    private @Nullable Object document() {
        if (parsed == null) {
            parsed = whole.get();
        }
        return parsed;
    }

    private static @Nullable Object taken(Matcher step, @Nullable Object value) {
        String name = step.group("name");
        String place = step.group("place");
        if (name != null) {
            return member(value, name);
        }
        return place == null
                ? found(value, Objects.requireNonNull(step.group("key")), Objects.requireNonNull(step.group("text")))
                : at(value, Integer.parseInt(place));
    }

    /** Of a list, of each of its members that is there. */
    private static @Nullable Object member(@Nullable Object value, String name) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> object -> object.get(name);
            case List<?> list when !OF_A_LIST.contains(name) -> members(list, name);
            default -> LEFT_TO_THE_SCRIPT;
        };
    }

    private static Object members(List<?> list, String name) {
        List<@Nullable Object> members = new ArrayList<>();
        for (Object one : list) {
            if (one != null) {
                Object member = member(one, name);
                if (member == LEFT_TO_THE_SCRIPT) {
                    return LEFT_TO_THE_SCRIPT;
                }
                members.add(member);
            }
        }
        return members;
    }

    /** Where the list ends earlier, nothing; what lies before its beginning is an error, which scripts describe. */
    private static @Nullable Object at(@Nullable Object value, int place) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> list) || list.size() + place < 0) {
            return LEFT_TO_THE_SCRIPT;
        }
        int counted = place < 0 ? list.size() + place : place;
        return counted < list.size() ? list.get(counted) : null;
    }

    private static @Nullable Object found(@Nullable Object value, String key, String text) {
        if (!(value instanceof List<?> list)) {
            return LEFT_TO_THE_SCRIPT;
        }
        for (Object one : list) {
            Object told = one;
            for (String name : key.split("\\.", -1)) {
                told = told instanceof Map<?, ?> object ? object.get(name) : LEFT_TO_THE_SCRIPT;
            }
            if (told != null && !(told instanceof String)) {
                return LEFT_TO_THE_SCRIPT;
            }
            if (text.equals(told)) {
                return one;
            }
        }
        return null;
    }
}
