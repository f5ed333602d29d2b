package org.safetyledger.inspection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
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

@ApplicationScoped
public class CampaignRepository implements PanacheRepositoryBase<Campaign, UUID> {
    private static final ListOrder<Campaign> LATEST_START = ListOrder.descending(
            "campaigns.STARTS_ON",
            new SortKey<>("starts_on", "date", Campaign::startsOn),
            new SortKey<>("id", "uuid", Campaign::id));

    private final KeysetLists lists;

    CampaignRepository(KeysetLists lists) {
        this.lists = lists;
    }

    public Slice<Campaign> page(@Nullable CampaignKind kind, @Nullable CampaignStatus status, PageRequest page) {
        ListQuery<Campaign> query = query(kind, status);
        return lists.page(Campaign.class, query.conditions(), query.order(), page);
    }

    public static ListQuery<Campaign> query(@Nullable CampaignKind kind, @Nullable CampaignStatus status) {
        Conditions conditions = new Conditions()
                .add("t.kind = :kind", "kind", kind == null ? null : kind.name())
                .add("t.status = :status", "status", status == null ? null : status.name());
        return new ListQuery<>(conditions, LATEST_START);
    }

    Campaign require(UUID id, String field) {
        return findByIdOptional(id).orElseThrow(() -> Refusal.at(field, ErrorCode.REFERENCE_NOT_FOUND));
    }

    public Map<UUID, Campaign> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(Campaign::id, Function.identity()));
    }
}
