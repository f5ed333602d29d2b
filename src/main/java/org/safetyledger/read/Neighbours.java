package org.safetyledger.read;

import java.util.List;
import java.util.stream.Stream;

/**
 * How many objects and lists a statement has to join to what it reads: the planner of the database looks at each of them,
 * whatever rows they have.
 */
final class Neighbours {
    /** Five times what the largest of a front end's pages has; planning so many takes some tens of milliseconds. */
    private static final int MOST = 150;

    private Neighbours() {}

    /** @throws RefusedDocument.BeyondLimits where one of the selections has more */
    static void requireFew(List<Selection> selections) {
        selections.stream()
                .mapToInt(Neighbours::of)
                .filter(number -> number > MOST)
                .findFirst()
                .ifPresent(number -> {
                    throw new RefusedDocument.BeyondLimits(
                            "A field leads to %d objects and lists, at most %d are allowed".formatted(number, MOST));
                });
    }

    private static int of(Selection selection) {
        return switch (selection) {
            case Selection.RootOne one -> of(one.fields());
            case Selection.RootMany many -> of(many.page());
            case Selection.RootNodes nodes ->
                nodes.fields().values().stream().mapToInt(Neighbours::of).max().orElse(0);
            case Selection.Resolved resolved ->
                resolved.parts().stream().mapToInt(Neighbours::of).max().orElse(0);
            case Selection.OwnOne one -> of(one.fields());
            case Selection.OwnMany many -> of(many.page());
            case Selection.Command command -> sum(command.payload().stream());
            case Selection.Changed changed -> of(changed.fields());
            case Selection.Single single -> 1 + of(single.fields());
            case Selection.All all -> 1 + of(all.fields());
            case Selection.Many many -> 1 + of(many.page());
            default -> 0;
        };
    }

    private static int of(Selection.Page page) {
        return sum(page.rows().stream().map(Selection.Fields::parts).flatMap(List::stream));
    }

    private static int of(Selection.Fields fields) {
        return sum(fields.parts().stream());
    }

    private static int sum(Stream<Selection> parts) {
        return parts.mapToInt(Neighbours::of).sum();
    }
}
