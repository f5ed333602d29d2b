package org.safetyledger.read;

import graphql.schema.GraphQLFieldDefinition;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.NodeType;

/** The types that the features declare, each with the lists of other types that belong below it. */
@ApplicationScoped
class ReadTypes {
    private final Map<String, ReadType> byName = new LinkedHashMap<>();
    private final Map<String, ReadType> byRootField = new LinkedHashMap<>();
    private final Map<String, ViewerField> ofViewer = new LinkedHashMap<>();
    private final Map<NodeType, ReadType> byNode = new EnumMap<>(NodeType.class);

    private final ResolvedBounds bounds;

    ReadTypes(@All List<ReadSource> sources, ResolvedBounds bounds) {
        this.bounds = bounds;
        List<ReadType> all =
                sources.stream().flatMap(source -> source.types().stream()).toList();
        all.forEach(this::add);
        all.forEach(type -> type.below().forEach(below -> named(below.parent()).add(below.list())));
        all.forEach(CompleteDeclaration::require);
    }

    private void add(ReadType type) {
        put(byName, type.name(), type);
        if (type.root() != null) {
            put(byRootField, type.root().field(), type);
        }
        if (type.list() != null) {
            put(byRootField, type.list().field(), type);
        }
        for (ViewerField field : type.ofViewer()) {
            if (ofViewer.put(field.name(), field) != null) {
                throw new IllegalStateException("Viewer." + field.name() + " is declared twice");
            }
        }
        if (type.node() != null) {
            put(byNode, type.node(), type);
        }
    }

    private static <K> void put(Map<K, ReadType> types, K key, ReadType type) {
        ReadType other = types.put(key, type);
        if (other != null) {
            throw new IllegalStateException(
                    "Types %s and %s are both declared as %s".formatted(other.name(), type.name(), key));
        }
    }

    /** What of the viewer is read from tables, by the names of the fields. */
    Map<String, ViewerField> ofViewer() {
        return ofViewer;
    }

    Collection<ReadType> all() {
        return byName.values();
    }

    ReadType named(String name) {
        return Objects.requireNonNull(byName.get(name), () -> "No type " + name + " is declared");
    }

    /** The types that are found by their node ids. */
    Map<NodeType, ReadType> nodes() {
        return byNode;
    }

    /** The type whose objects have these ids, if the caller may list them: whoever may not finds none of them by its id. */
    Optional<ReadType> readable(NodeType node, Caller caller) {
        return Optional.ofNullable(byNode.get(node))
                .filter(type -> caller.may(type.requiredList().permission()));
    }

    /** Whether what is at the root under this name is read from tables. */
    boolean reads(String root) {
        return root.equals(NodeFields.ONE) || root.equals(NodeFields.MANY) || byRootField.containsKey(root);
    }

    /** How many objects the list has at most, of a page the largest; empty where nothing says so. */
    OptionalInt most(String type, GraphQLFieldDefinition field) {
        boolean isPart = type.endsWith(PageTypes.CONNECTION)
                && byName.containsKey(type.substring(0, type.length() - PageTypes.CONNECTION.length()));
        if (isPart || field.getArgument(NodeFields.IDS) != null) {
            return OptionalInt.of(PageRequest.MAXIMUM_SIZE);
        }
        ReadType declared = byName.get(type);
        return switch (declared == null ? null : declared.fields().get(field.getName())) {
            case ReadField.Members members -> OptionalInt.of(members.most());
            case ReadField.Derived derived -> OptionalInt.of(derived.most());
            case null, default -> resolved(type, field.getName());
        };
    }

    /** How many objects a list has at most that is part of a record; empty for what is none. */
    OptionalInt resolved(String type, String field) {
        return bounds.most(type, field);
    }

    /** How long the database works for the field of one of these types, where it has a resolver. */
    int milliseconds(Set<String> of, String field) {
        return bounds.milliseconds(of, field);
    }

    /** The type of the object that a payload holds. */
    ReadType ofPayload(String payload) {
        return byName.values().stream()
                .filter(type ->
                        type.changed() != null && type.changed().payload().equals(payload))
                .findFirst()
                .orElseThrow();
    }

    @Nullable
    ReadType ofRoot(String field) {
        return byRootField.get(field);
    }
}
