package org.safetyledger.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.safetyledger.graphql.Batches;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Slice;

/**
 * Pages of nested lists: those of all parents with the same arguments are read in one statement in the caller's scope,
 * behind the same permission as the list at the root.
 */
@ApplicationScoped
public class NestedPages {
    private final ScopedTransactions transactions;
    private final Callers callers;

    NestedPages(ScopedTransactions transactions, Callers callers) {
        this.transactions = transactions;
        this.callers = callers;
    }

    private record Key<A>(UUID parent, A arguments) {}

    /**
     * @param name name of the nested list
     * @param arguments the list's arguments; must have value equality
     * @param read reads the pages of parents that were asked for with the same arguments
     */
    public <E, A> CompletionStage<Slice<E>> load(
            String name,
            Permission permission,
            UUID parent,
            A arguments,
            BiFunction<Collection<UUID>, A, Map<UUID, Slice<E>>> read) {
        if (!callers.current().may(permission)) {
            throw Refusal.of(ErrorCode.FORBIDDEN);
        }
        return Batches.load(name, new Key<>(parent, arguments), keys -> inScope(keys, read));
    }

    private <E, A> Map<Key<A>, Slice<E>> inScope(
            Set<Key<A>> keys, BiFunction<Collection<UUID>, A, Map<UUID, Slice<E>>> read) {
        try {
            return transactions.read(() -> pages(keys, read));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static <E, A> Map<Key<A>, Slice<E>> pages(
            Set<Key<A>> keys, BiFunction<Collection<UUID>, A, Map<UUID, Slice<E>>> read) {
        Map<A, List<UUID>> parents = keys.stream()
                .collect(Collectors.groupingBy(Key::arguments, Collectors.mapping(Key::parent, Collectors.toList())));
        Map<Key<A>, Slice<E>> pages = new HashMap<>();
        parents.forEach((arguments, ids) ->
                read.apply(ids, arguments).forEach((parent, slice) -> pages.put(new Key<>(parent, arguments), slice)));
        return pages;
    }
}
