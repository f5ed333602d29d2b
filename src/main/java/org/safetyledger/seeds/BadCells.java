package org.safetyledger.seeds;

import java.util.ArrayList;
import java.util.List;

/** The bad cells of one file: the first thousand are kept, all are counted. */
final class BadCells {

    static final int KEPT = 1000;

    private final String file;
    private final List<BadCell> first = new ArrayList<>();
    private int count;

    BadCells(String file) {
        this.file = file;
    }

    void add(long line, String column, String value, String reason) {
        count++;
        if (first.size() < KEPT) {
            first.add(new BadCell(file, line, column, value, reason));
        }
    }

    void rejectIfAny() {
        if (count > 0) {
            throw SeedsRejectedException.badCells(file, first, count);
        }
    }
}
