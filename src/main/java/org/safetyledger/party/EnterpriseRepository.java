package org.safetyledger.party;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Conditions;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.KeysetLists;
import org.safetyledger.graphql.ListOrder;
import org.safetyledger.graphql.ListQuery;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Slice;
import org.safetyledger.graphql.SortKey;
import org.safetyledger.graphql.Texts;
import org.safetyledger.jurisdiction.AreaFilter;

@ApplicationScoped
public class EnterpriseRepository implements PanacheRepositoryBase<Enterprise, UUID> {
    private static final ListOrder<Enterprise> BY_NAME = ListOrder.ascending(
            "enterprises.NAME",
            new SortKey<>("name", "text", Enterprise::name),
            new SortKey<>("id", "uuid", Enterprise::id));

    private final KeysetLists lists;

    EnterpriseRepository(KeysetLists lists) {
        this.lists = lists;
    }

    public Slice<Enterprise> page(@Nullable EnterpriseFilter filter, PageRequest page) {
        return lists.page(Enterprise.class, query(filter).conditions(), BY_NAME, page);
    }

    public static ListQuery<Enterprise> query(@Nullable EnterpriseFilter filter) {
        Conditions conditions = new Conditions();
        if (filter != null) {
            AreaFilter.subtree(conditions, filter.jurisdiction(), "filter.jurisdiction");
            AreaFilter.industry(conditions, filter.industry(), "filter.industry");
            conditions
                    .add("t.sector = :sector", "sector", Texts.optionalCode(filter.sector(), "filter.sector"))
                    .add(
                            "t.status = :status",
                            "status",
                            filter.status() == null ? null : filter.status().name())
                    .search("name", "text", Texts.optionalSearch(filter.text(), "filter.text"));
        }
        return new ListQuery<>(conditions, BY_NAME);
    }

    public Enterprise require(UUID id, String field) {
        return findByIdOptional(id).orElseThrow(() -> Refusal.at(field, ErrorCode.REFERENCE_NOT_FOUND));
    }

    public Optional<Enterprise> byCreditCode(String creditCode) {
        return find("creditCode", creditCode).firstResultOptional();
    }

    public Map<UUID, Enterprise> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(Enterprise::id, Function.identity()));
    }
}
