package org.safetyledger.jurisdiction;

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
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.graphql.Conditions;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.KeysetLists;
import org.safetyledger.graphql.ListOrder;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Slice;
import org.safetyledger.graphql.SortKey;
import org.safetyledger.graphql.Times;

@ApplicationScoped
public class DivisionRepository implements PanacheRepositoryBase<Division, UUID> {
    private static final ListOrder<Division> BY_CODE =
            ListOrder.ascending("jurisdictions.CODE", new SortKey<>("code", "text", Division::code));

    private final KeysetLists lists;

    DivisionRepository(KeysetLists lists) {
        this.lists = lists;
    }

    public Slice<Division> page(
            @Nullable DivisionLevel level, @Nullable String subtreeOf, @Nullable LocalDate validOn, PageRequest page) {
        Conditions conditions = new Conditions()
                .add("t.level = :level", "level", level == null ? null : level.name())
                .add(
                        "starts_with(t.code, :prefix)",
                        "prefix",
                        subtreeOf == null ? null : DivisionLevel.prefix(subtreeOf))
                .add(
                        "t.valid_from <= :day and coalesce(t.valid_to, 'infinity') >= :day",
                        "day",
                        Times.dayOrNull(validOn, "validOn"));
        return lists.page(Division.class, conditions, BY_CODE, page);
    }

    public Optional<Division> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /** The code, when there is such a division; refused under the field's name otherwise. */
    public String requireCode(String code, String field) {
        return byCode(code).map(Division::code).orElseThrow(() -> Refusal.at(field, ErrorCode.UNKNOWN_CODE, code));
    }

    /** The code, when there is such a division on that day; refused under the field's name otherwise. */
    public String requireValid(String code, LocalDate day, String field) {
        return byCode(code)
                .filter(division -> division.isValidOn(day))
                .map(Division::code)
                .orElseThrow(() -> Refusal.at(field, ErrorCode.UNKNOWN_CODE, code));
    }

    public Map<String, Division> byCodes(Collection<String> codes) {
        return list("code in ?1", codes).stream().collect(Collectors.toMap(Division::code, Function.identity()));
    }

    public Map<String, List<Division>> byParents(Collection<String> parents) {
        return list("parentCode in ?1 order by code", parents).stream()
                .collect(Collectors.groupingBy(division -> String.valueOf(division.parentCode())));
    }

    public List<Division> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }
}
