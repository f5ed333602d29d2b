package org.safetyledger.seeds;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A file was not loaded, nor were those after it. The message lists every bad cell that is kept. */
public final class SeedsRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String summary;
    private final transient List<BadCell> badCells;
    private final int count;

    private SeedsRejectedException(
            String summary, List<BadCell> badCells, int count, @Nullable Throwable cause, String message) {
        super(message, cause);
        this.summary = summary;
        this.badCells = List.copyOf(badCells);
        this.count = count;
    }

    static SeedsRejectedException badCells(String file, List<BadCell> first, int count) {
        String summary =
                "%s has %d bad %s, and nothing of it was loaded".formatted(file, count, count == 1 ? "cell" : "cells");
        String list = first.stream().map(BadCell::toString).collect(Collectors.joining("\n  ", ":\n  ", ""));
        String rest = count > first.size() ? "\n  and %d more".formatted(count - first.size()) : "";
        return new SeedsRejectedException(summary, first, count, null, summary + list + rest);
    }

    static SeedsRejectedException because(String summary, @Nullable Throwable cause) {
        return new SeedsRejectedException(summary, List.of(), 0, cause, summary);
    }

    /** One sentence without a full stop. */
    public String summary() {
        return summary;
    }

    /** The first thousand. */
    public List<BadCell> badCells() {
        return badCells;
    }

    /** All bad cells, also those beyond the first thousand. */
    public int count() {
        return count;
    }
}
