package org.safetyledger.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of every list, in one statement per page or, for the nested list of many parents, in one statement
 * for all of them. Must be called inside a scoped transaction: row-level security makes the caller's part of the list.
 */
@ApplicationScoped
public class KeysetLists {
    private final EntityManager entityManager;
    private final Cursors cursors;

    KeysetLists(EntityManager entityManager, Cursors cursors) {
        this.entityManager = entityManager;
        this.cursors = cursors;
    }

    public <E> Slice<E> page(Class<E> entity, Conditions conditions, ListOrder<E> order, PageRequest page) {
        String sql = rows("t.*", table(entity), conditions, order, page, List.of());
        NativeQuery<E> query = bind(select(sql, entity), conditions, order, page);
        query.setParameter("pageLimit", page.first() + 1);
        return slice(query.getResultList(), order, page, () -> count(entity, conditions));
    }

    /**
     * One page per parent, for all parents at once.
     *
     * @param parentColumn column of the list's table that names the parent
     * @param parentOf the parent of a loaded row
     */
    public <E> Map<UUID, Slice<E>> pages(
            Class<E> entity,
            String parentColumn,
            Function<E, @Nullable UUID> parentOf,
            Collection<UUID> parents,
            Conditions conditions,
            ListOrder<E> order,
            PageRequest page) {
        String sql = "select t.* from unnest(cast(:parents as uuid[])) p(id) cross join lateral ("
                + rows("t.*", table(entity), conditions, order, page, List.of("t." + parentColumn + " = p.id"))
                + ") t order by " + order.orderBy();
        NativeQuery<E> query = bind(select(sql, entity), conditions, order, page);
        query.setParameter("parents", parents.toArray(UUID[]::new));
        query.setParameter("pageLimit", page.first() + 1);
        Map<UUID, List<E>> rows = new HashMap<>();
        for (E row : query.getResultList()) {
            UUID parent = parentOf.apply(row);
            if (parent != null) {
                rows.computeIfAbsent(parent, id -> new ArrayList<>()).add(row);
            }
        }
        Counts counts = new Counts(() -> countByParent(entity, parentColumn, parents, conditions));
        Map<UUID, Slice<E>> slices = new LinkedHashMap<>();
        for (UUID parent : parents) {
            slices.put(parent, slice(rows.getOrDefault(parent, List.of()), order, page, () -> counts.of(parent)));
        }
        return slices;
    }

    /**
     * One page; with several values asked for, the first rows of each value, of which the first make the page.
     *
     * @param columns the columns of {@code t} to take, those of the order among them
     */
    public static String rows(
            String columns,
            String table,
            Conditions conditions,
            ListOrder<?> order,
            PageRequest page,
            List<String> more) {
        Conditions.Alternatives alternatives = conditions.alternatives();
        List<String> all = new ArrayList<>(more);
        if (alternatives != null) {
            all.add("t." + alternatives.column() + " = v.value");
        }
        String ordered = " order by " + order.orderBy() + " limit :pageLimit";
        String from = " from " + table + " t" + where(conditions, order, page, all) + ordered;
        // A search looks at titles in an index, and takes only the rows that it has found.
        String rows = conditions.searching()
                ? "select " + columns + " from (select " + order.columns() + from + ") k join " + table
                        + " t on t.id = k.id order by " + order.orderBy()
                : "select " + columns + from;
        return alternatives == null
                ? rows
                : "select t.* from unnest(cast(:" + alternatives.parameter()
                        + " as text[])) v(value) cross join lateral (" + rows + ") t" + ordered;
    }

    private static List<String> counted(Conditions conditions, List<String> more) {
        Conditions.Alternatives alternatives = conditions.alternatives();
        if (alternatives == null) {
            return more;
        }
        List<String> all = new ArrayList<>(more);
        all.add("t." + alternatives.column() + " = any(:" + alternatives.parameter() + ")");
        return all;
    }

    private <E> Slice<E> slice(List<E> found, ListOrder<E> order, PageRequest page, LongSupplier total) {
        boolean hasNext = found.size() > page.first();
        List<E> rows = hasNext ? found.subList(0, page.first()) : found;
        List<String> sealed = rows.stream()
                .map(row -> cursors.seal(order.name(), order.values(row)))
                .toList();
        return new Slice<>(rows, sealed, hasNext, page.after() != null, total);
    }

    /** The count of all pages. */
    public static String count(String table, Conditions conditions, List<String> more) {
        return "select count(*) from " + table + " t" + where(conditions, counted(conditions, more));
    }

    private long count(Class<?> entity, Conditions conditions) {
        Query query = entityManager.createNativeQuery(count(table(entity), conditions, List.of()));
        conditions.parameters().forEach(query::setParameter);
        return (Long) query.getSingleResult();
    }

    private Map<UUID, Long> countByParent(
            Class<?> entity, String parentColumn, Collection<UUID> parents, Conditions conditions) {
        String sql = "select t." + parentColumn + ", count(*) from " + table(entity) + " t"
                + where(
                        conditions,
                        counted(conditions, List.of("t." + parentColumn + " = any(cast(:parents as uuid[]))")))
                + " group by 1";
        Query query = entityManager.createNativeQuery(sql, Object[].class);
        conditions.parameters().forEach(query::setParameter);
        query.setParameter("parents", parents.toArray(UUID[]::new));
        Map<UUID, Long> counts = new HashMap<>();
        for (Object row : query.getResultList()) {
            Object[] columns = (Object[]) row;
            counts.put((UUID) columns[0], ((Number) columns[1]).longValue());
        }
        return counts;
    }

    @SuppressWarnings("unchecked")
    private <E> NativeQuery<E> select(String sql, Class<E> entity) {
        return (NativeQuery<E>) entityManager.createNativeQuery(sql, entity);
    }

    private <E> NativeQuery<E> bind(NativeQuery<E> query, Conditions conditions, ListOrder<E> order, PageRequest page) {
        conditions.parameters().forEach(query::setParameter);
        if (page.after() != null) {
            List<String> values = cursors.open(order.name(), page.after());
            for (int i = 0; i < values.size(); i++) {
                query.setParameter("cursor" + i, values.get(i));
            }
        }
        return query;
    }

    private static String where(Conditions conditions, ListOrder<?> order, PageRequest page, List<String> more) {
        List<String> all = new ArrayList<>(more);
        if (page.after() != null) {
            all.add(order.behindCursor());
        }
        return where(conditions, all);
    }

    private static String where(Conditions conditions, List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(conditions.fragments());
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    private static String table(Class<?> entity) {
        return entity.getAnnotation(Table.class).name();
    }

    /** Counts of a nested list for all parents of a batch, made once when the first of them is asked for. */
    private static final class Counts {
        private final Supplier<Map<UUID, Long>> source;
        private @Nullable Map<UUID, Long> counts;

        Counts(Supplier<Map<UUID, Long>> source) {
            this.source = source;
        }

        long of(UUID parent) {
            if (counts == null) {
                counts = source.get();
            }
            return counts.getOrDefault(parent, 0L);
        }
    }
}
