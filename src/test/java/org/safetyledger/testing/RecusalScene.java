package org.safetyledger.testing;

import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import java.util.Map;

/** Visits to the demo enterprise of Lankao that go on, of whose second officer its manager asks that he withdraws. */
public final class RecusalScene {
    /** Whoever is excluded from a visit is so from the enterprise: what the scene excludes for this reason is taken back. */
    private static final String REASON = "与该企业负责人系近亲属，经核实属实";

    private RecusalScene() {}

    /** Lankao's second officer. */
    public static String officer() {
        return VisitScene.officer(2);
    }

    /** A certified officer of another authority of the county. */
    public static String substitute() {
        return VisitScene.officer(3);
    }

    public static Map<String, Object> request(String visit) {
        return Map.of("id", visit, "personId", officer(), "reason", "与我公司负责人系近亲属");
    }

    public static Map<String, Object> decision(String visit, boolean accepted) {
        return Map.of("id", visit, "personId", officer(), "accepted", accepted, "reason", REASON);
    }

    /** One in which it was asked, and not decided. */
    public static String asked() {
        String visit = PaperScene.LANKAO.visit();
        VisitScene.run(MANAGER_LANKAO, "askRecusal", "AskRecusalInput", request(visit))
                .accepted();
        return visit;
    }

    /** One that waits for another officer. */
    public static String awaitingOfficer() {
        String visit = asked();
        VisitScene.run(COUNTY_LEADER_LANKAO, "decideRecusal", "DecideRecusalInput", decision(visit, true))
                .accepted();
        admitAgain();
        return visit;
    }

    /** Has the officer go on other visits to the enterprise, as other tests need it. */
    public static void admitAgain() {
        new LedgerTables()
                .change(
                        "update inspection_officer set exclusion = null, excluded_by = null where exclusion = ?",
                        REASON);
    }

    /** One that was broken off, of which its head has not taken note. */
    public static String brokenOff() {
        String visit = PaperScene.LANKAO.visit();
        VisitScene.run(OFFICER_LANKAO, "abortInspection", "EndInspectionInput", Map.of("id", visit, "reason", "企业拒绝入内"))
                .accepted();
        return visit;
    }
}
