package org.safetyledger.supervision.draw;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;

/** The enterprises and officers of which a draw is made, and those who are left out, in their order. */
record DrawPool(List<Candidate> candidates) {
    /**
     * An enterprise, an officer, or both where the officer must not visit the enterprise.
     *
     * @param enterprise node id; null for an officer
     * @param officer node id; null for an enterprise
     * @param name of both where there are both
     * @param exclusion why it is left out; null where it is not
     */
    record Candidate(
            @Nullable String enterprise,
            @Nullable String officer,
            String name,
            @Nullable String exclusion) {
        static Candidate enterprise(UUID id, String name, @Nullable String exclusion) {
            return new Candidate(NodeId.text(NodeType.ENTERPRISE, id), null, name, exclusion);
        }

        static Candidate officer(UUID id, String name, @Nullable String exclusion) {
            return new Candidate(null, NodeId.text(NodeType.PERSON, id), name, exclusion);
        }

        private String line() {
            return (enterprise == null ? "" : enterprise) + "|" + (officer == null ? "" : officer) + "|"
                    + (exclusion == null ? "" : "excluded");
        }

        private boolean isConflict() {
            return enterprise != null && officer != null;
        }
    }

    /** SHA-256 of its lines {@code enterprise|officer|}, with {@code excluded} behind those that are, in its order. */
    String hash() {
        return Lot.hash(candidates.stream().map(Candidate::line).collect(Collectors.joining("\n")));
    }

    /** Of its enterprises and officers by their node ids. */
    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        candidates.stream()
                .filter(one -> !one.isConflict())
                .forEach(one -> names.put(
                        one.officer() == null ? String.valueOf(one.enterprise()) : one.officer(), one.name()));
        return names;
    }

    /** Node ids of the enterprises that may be drawn. */
    List<String> enterprises() {
        return open().filter(one -> one.officer() == null)
                .map(one -> String.valueOf(one.enterprise()))
                .toList();
    }

    /** Node ids of the officers who may be drawn for the enterprise. */
    Collection<String> officersFor(String enterprise) {
        Set<String> officers = open().filter(one -> one.enterprise() == null)
                .map(one -> String.valueOf(one.officer()))
                .collect(Collectors.toCollection(HashSet::new));
        candidates.stream()
                .filter(one -> one.isConflict() && enterprise.equals(one.enterprise()))
                .forEach(one -> officers.remove(one.officer()));
        return officers;
    }

    /** How many officers may be drawn for the enterprise for which the fewest may be, of those that may be drawn. */
    int fewestOfficers() {
        Set<String> drawable = Set.copyOf(enterprises());
        return Stream.concat(
                        Stream.of(""),
                        candidates.stream()
                                .filter(Candidate::isConflict)
                                .map(one -> String.valueOf(one.enterprise()))
                                .filter(drawable::contains)
                                .distinct())
                .mapToInt(enterprise -> officersFor(enterprise).size())
                .min()
                .orElse(0);
    }

    private Stream<Candidate> open() {
        return candidates.stream().filter(one -> one.exclusion() == null);
    }
}
