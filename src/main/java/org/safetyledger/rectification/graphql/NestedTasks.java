package org.safetyledger.rectification.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.NestedPages;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.rectification.RectificationTaskFilter;
import org.safetyledger.rectification.RectificationTaskOrder;
import org.safetyledger.rectification.RectificationTaskRepository;

/** The rectification tasks of many parents, read together. */
@ApplicationScoped
class NestedTasks {
    private final RectificationTaskRepository tasks;
    private final NestedPages pages;

    NestedTasks(RectificationTaskRepository tasks, NestedPages pages) {
        this.tasks = tasks;
        this.pages = pages;
    }

    record Arguments(@Nullable RectificationTaskFilter filter, RectificationTaskOrder order, PageRequest page) {}

    static Arguments arguments(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable RectificationTaskFilter filter,
            @Nullable RectificationTaskOrder order) {
        return new Arguments(
                filter, order == null ? RectificationTaskOrder.DUE_AT_ASC : order, PageRequest.of(first, after));
    }

    CompletionStage<RectificationTaskConnection> ofHazard(UUID hazard, Arguments arguments) {
        return pages.load(
                        "tasksOfHazard",
                        Permission.READ,
                        hazard,
                        arguments,
                        (parents, asked) -> tasks.pagesByHazard(parents, asked.filter(), asked.order(), asked.page()))
                .thenApply(slice -> new RectificationTaskConnection(slice, RectificationTaskView::new));
    }

    CompletionStage<RectificationTaskConnection> ofEnterprise(UUID enterprise, Arguments arguments) {
        return pages.load(
                        "tasksOfEnterprise",
                        Permission.READ,
                        enterprise,
                        arguments,
                        (parents, asked) ->
                                tasks.pagesByEnterprise(parents, asked.filter(), asked.order(), asked.page()))
                .thenApply(slice -> new RectificationTaskConnection(slice, RectificationTaskView::new));
    }
}
