package org.safetyledger.hazard.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.NestedPages;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.hazard.HazardFilter;
import org.safetyledger.hazard.HazardOrder;
import org.safetyledger.hazard.HazardRepository;

/** The hazards of many parents, read together. */
@ApplicationScoped
class NestedHazards {
    private final HazardRepository hazards;
    private final NestedPages pages;

    NestedHazards(HazardRepository hazards, NestedPages pages) {
        this.hazards = hazards;
        this.pages = pages;
    }

    record Arguments(@Nullable HazardFilter filter, HazardOrder order, PageRequest page) {}

    static Arguments arguments(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable HazardFilter filter,
            @Nullable HazardOrder order) {
        return new Arguments(filter, order == null ? HazardOrder.DUE_AT_ASC : order, PageRequest.of(first, after));
    }

    CompletionStage<HazardConnection> ofEnterprise(UUID enterprise, Arguments arguments) {
        return pages.load(
                        "hazardsOfEnterprise",
                        Permission.READ,
                        enterprise,
                        arguments,
                        (parents, asked) ->
                                hazards.pagesByEnterprise(parents, asked.filter(), asked.order(), asked.page()))
                .thenApply(slice -> new HazardConnection(slice, HazardView::new));
    }

    CompletionStage<HazardConnection> ofInspection(UUID inspection, Arguments arguments) {
        return pages.load(
                        "hazardsOfInspection",
                        Permission.READ,
                        inspection,
                        arguments,
                        (parents, asked) ->
                                hazards.pagesByInspection(parents, asked.filter(), asked.order(), asked.page()))
                .thenApply(slice -> new HazardConnection(slice, HazardView::new));
    }
}
