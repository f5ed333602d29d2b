package org.safetyledger.supervision.draw;

import java.util.List;

/** An enterprise that was drawn, with the officers drawn for it, all by their node ids, in the order of the draw. */
record DrawnVisit(String enterprise, List<String> officers) {
    /** The enterprises first, then for each of them its officers: each by its own order of those who may visit it. */
    static List<DrawnVisit> of(DrawPool pool, Lot lot, int number, int officersPerVisit) {
        return lot.order(pool.enterprises()).stream()
                .limit(number)
                .map(enterprise -> new DrawnVisit(
                        enterprise,
                        lot.order(pool.officersFor(enterprise), enterprise).stream()
                                .limit(officersPerVisit)
                                .toList()))
                .toList();
    }
}
