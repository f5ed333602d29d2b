package org.safetyledger.inspection.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.NestedPages;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.inspection.InspectionFilter;
import org.safetyledger.inspection.InspectionOrder;
import org.safetyledger.inspection.InspectionRepository;

/** The inspections of many parents, read together. */
@ApplicationScoped
class NestedInspections {
    private final InspectionRepository inspections;
    private final NestedPages pages;

    NestedInspections(InspectionRepository inspections, NestedPages pages) {
        this.inspections = inspections;
        this.pages = pages;
    }

    record Arguments(@Nullable InspectionFilter filter, InspectionOrder order, PageRequest page) {}

    static Arguments arguments(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable InspectionFilter filter,
            @Nullable InspectionOrder order) {
        return new Arguments(
                filter, order == null ? InspectionOrder.PLANNED_ON_DESC : order, PageRequest.of(first, after));
    }

    CompletionStage<InspectionConnection> ofEnterprise(UUID enterprise, Arguments arguments) {
        return pages.load(
                        "inspectionsOfEnterprise",
                        Permission.READ_INSPECTIONS,
                        enterprise,
                        arguments,
                        (parents, asked) ->
                                inspections.pagesByEnterprise(parents, asked.filter(), asked.order(), asked.page()))
                .thenApply(slice -> new InspectionConnection(slice, InspectionView::new));
    }

    CompletionStage<InspectionConnection> ofCampaign(UUID campaign, Arguments arguments) {
        return pages.load(
                        "inspectionsOfCampaign",
                        Permission.READ_INSPECTIONS,
                        campaign,
                        arguments,
                        (parents, asked) ->
                                inspections.pagesByCampaign(parents, asked.filter(), asked.order(), asked.page()))
                .thenApply(slice -> new InspectionConnection(slice, InspectionView::new));
    }
}
