package org.safetyledger.jurisdiction;

import org.safetyledger.read.Facet;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;

/** What the lists of hazards, tasks and visits have in common: their orders, filters and facets beside those of their own. */
public final class WorkLists {
    private static final String OVERDUE = "overdue";
    private static final String DUE = "due_at";
    private static final String PLANNED = "planned_on";

    /** What the filter chooses and what the facet counts is the same. */
    private static final String IS_OVERDUE = "t.open and t.due_at < ledger_now()";

    private WorkLists() {}

    /**
     * Adds the orders by state and by last change.
     *
     * @param day column by which rows of one state are ordered, with its type
     * @param first which of one state come first, ascending
     */
    public static ReadList ordered(ReadList list, String day, String first) {
        return list.ascending(
                        "STATUS_ASC",
                        "By state in the order of the alphabet; of one state " + first + " first.",
                        "status text",
                        day,
                        "id uuid")
                .descending("STATUS_DESC", "The same the other way round.", "status text", day, "id uuid")
                .ascending("UPDATED_AT_ASC", "Changed longest ago first.", "updated_at timestamptz", "id uuid")
                .descending("UPDATED_AT_DESC", "Last changed first.", "updated_at timestamptz", "id uuid");
    }

    /** Adds the facets of trade and place. */
    public static ReadList counted(ReadList list) {
        return list.facets(
                Facet.of("matter", "matter", "By code of the matter; those of none are not counted."),
                Facet.ofTrade("sector", "sector", "By code of the key sector; those of none are not counted."),
                Facet.ofTrade("industry", "industry_section", "By section (letter) of GB/T 4754-2017."),
                Facet.county("By division code of the county; that of the city for what is no county's."),
                Facet.town("By division code of the town; that of county or city for what is no town's."));
    }

    public static Facet byOverdue() {
        return Facet.truth(
                OVERDUE, IS_OVERDUE, "By whether the total clock has run out, as of the time of the request.");
    }

    public static Filter overdue() {
        return Filter.truth(
                        OVERDUE, IS_OVERDUE, "Only overdue ones, or only the others, as of the time of the request.")
                .scattered(DUE);
    }

    public static Filter mine() {
        return Filter.ofCaller(
                "mine", "person_subject", "Only those that are given to the caller, or only the others.");
    }

    public static Filter dueFrom() {
        return Filter.time("dueFrom", "t.due_at >=", "Due at this time or later.")
                .comparing(DUE)
                .scattered();
    }

    public static Filter dueBefore() {
        return Filter.time("dueBefore", "t.due_at <", "Due before this time.")
                .comparing(DUE)
                .scattered();
    }

    public static Filter matter() {
        return Filter.code("matter", "matter", "Code of the matter, e.g. FIRE, to whose supervisors it belongs.")
                .scattered(DUE, PLANNED);
    }

    public static Filter sector() {
        return Filter.code("sector", "sector", "Code of the key sector that its enterprise was of when it was made.")
                .scattered(DUE, PLANNED);
    }

    public static Filter updatedSince() {
        return Filter.time("updatedSince", "t.updated_at >=", "Changed at this time or later.")
                .comparing("updated_at")
                .scattered();
    }
}
