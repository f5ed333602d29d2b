package org.safetyledger.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Role;

/**
 * Counts of a list's rows that the database keeps, told instead of the rows themselves to whoever sees all rows of a place. Each cube
 * is cut by some of the columns of the rows: a count that is asked for by other columns, too, is told by none.
 *
 * @param table what has a row for each cell: the name of its cube, the columns, null where the cube is not cut by them, and {@code amount}; its row
 *     policies are those of the place
 * @param cubes the smallest first
 */
public record KeptCounts(String table, List<Cube> cubes) {
    /** @param columns by which it is cut */
    public record Cube(String name, Set<String> columns) {
        @SafeVarargs
        public static Cube of(String name, List<String>... columns) {
            return new Cube(name, Stream.of(columns).flatMap(List::stream).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** Which cube tells of which facets, those of a kind by the same one; null where the rows have to be counted. */
    @Nullable
    Map<Cube, List<Facet>> telling(Caller caller, Conditions conditions, List<Facet> facets) {
        Set<String> asked = conditions.columns();
        if (asked == null || !seesAllOfItsPlace(caller)) {
            return null;
        }
        Set<String> seen = new HashSet<>(asked);
        if (caller.level() == DivisionLevel.TOWN) {
            seen.add("town_code");
        }
        Map<Facet.Kind, List<Facet>> kinds = facets.stream()
                .collect(
                        Collectors.groupingBy(Facet::kind, () -> new EnumMap<>(Facet.Kind.class), Collectors.toList()));
        Map<Cube, List<Facet>> told = new LinkedHashMap<>();
        for (List<Facet> kind : facets.isEmpty() ? List.of(facets) : kinds.values()) {
            Cube cube = smallest(seen, kind);
            if (cube == null) {
                return null;
            }
            told.computeIfAbsent(cube, of -> new ArrayList<>()).addAll(kind);
        }
        return told;
    }

    /** Departments see trades and matters, enterprises what is theirs, and whoever has grants more than the place. */
    private static boolean seesAllOfItsPlace(Caller caller) {
        return !caller.granted() && !caller.ofEnterprise() && caller.role() != Role.DEPARTMENT_OFFICER;
    }

    private @Nullable Cube smallest(Set<String> seen, List<Facet> facets) {
        return cubes.stream()
                .filter(cube -> cube.columns().containsAll(seen))
                .filter(cube -> facets.stream().allMatch(facet -> cube.columns().contains(column(facet))))
                .findFirst()
                .orElse(null);
    }

    private static String column(Facet facet) {
        return Objects.requireNonNullElse(facet.column(), "");
    }
}
