package org.safetyledger.read;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The types that the features describe. */
@ApplicationScoped
class ReadTypes {
    private final Map<String, ReadType> byName = new HashMap<>();
    private final Map<String, ReadType> byRootField = new HashMap<>();

    ReadTypes(@All List<ReadSource> sources) {
        sources.stream().flatMap(source -> source.types().stream()).forEach(type -> {
            byName.put(type.name(), type);
            if (type.rootObject() != null) {
                byRootField.put(type.rootObject().field(), type);
            }
            if (type.rootList() != null) {
                byRootField.put(type.rootList().field(), type);
            }
        });
    }

    ReadType named(String name) {
        ReadType type = byName.get(name);
        if (type == null) {
            throw new Unreadable(name);
        }
        return type;
    }

    /** How many the list without pages has at most; empty where it is not read from a table. */
    OptionalInt mostMembers(String type, String field) {
        ReadType described = byName.get(type);
        ReadType.Members members =
                described == null ? null : described.members().get(field);
        return members == null ? OptionalInt.empty() : OptionalInt.of(members.most());
    }

    @Nullable
    ReadType ofRoot(String field) {
        return byRootField.get(field);
    }
}
