package org.safetyledger.inspection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Conditions;
import org.safetyledger.graphql.KeysetLists;
import org.safetyledger.graphql.ListOrder;
import org.safetyledger.graphql.ListQuery;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.graphql.Slice;
import org.safetyledger.graphql.SortKey;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;

@ApplicationScoped
public class ChecklistRepository implements PanacheRepositoryBase<Checklist, UUID> {
    private static final ListOrder<Checklist> BY_CODE = ListOrder.ascending(
            "checklists.CODE",
            new SortKey<>("code", "text", Checklist::code),
            new SortKey<>("version", "integer", Checklist::version));

    private final KeysetLists lists;

    ChecklistRepository(KeysetLists lists) {
        this.lists = lists;
    }

    public Slice<Checklist> page(@Nullable String sector, @Nullable LocalDate validOn, PageRequest page) {
        ListQuery<Checklist> query = query(sector, validOn);
        return lists.page(Checklist.class, query.conditions(), query.order(), page);
    }

    public static ListQuery<Checklist> query(@Nullable String sector, @Nullable LocalDate validOn) {
        Conditions conditions = new Conditions()
                .add("t.sector = :sector", "sector", Texts.optionalCode(sector, "sector"))
                .add(
                        "t.valid_from <= :day and coalesce(t.valid_to, 'infinity') >= :day",
                        "day",
                        Times.dayOrNull(validOn, "validOn"));
        return new ListQuery<>(conditions, BY_CODE);
    }

    public Map<UUID, Checklist> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(Checklist::id, Function.identity()));
    }

    /** The items of checklists, by number. */
    public Map<UUID, List<ChecklistItem>> items(Collection<UUID> checklists) {
        return getEntityManager()
                .createQuery("from ChecklistItem where checklistId in :ids order by number", ChecklistItem.class)
                .setParameter("ids", checklists)
                .getResultStream()
                .collect(Collectors.groupingBy(ChecklistItem::checklistId));
    }

    public Map<UUID, ChecklistItem> itemsByIds(Collection<UUID> ids) {
        return getEntityManager()
                .createQuery("from ChecklistItem where id in :ids", ChecklistItem.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(ChecklistItem::id, Function.identity()));
    }

    public Optional<ChecklistItem> item(UUID id) {
        return Optional.ofNullable(getEntityManager().find(ChecklistItem.class, id));
    }
}
