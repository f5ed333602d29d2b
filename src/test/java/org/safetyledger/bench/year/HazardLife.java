package org.safetyledger.bench.year;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.Loop;

/** What becomes of one hazard: most are mended in time, some late, some never, some are sent elsewhere or found to be none. */
final class HazardLife {
    /** Of those in chemical plants. */
    private static final int MAJOR = 40;

    private static final Duration LAST_RETURN = Duration.ofDays(45);

    private final Desk desk;
    private final Agenda agenda;
    private final City.County county;
    private final City.Workplace workplace;
    private final Chance chance;
    private final String hazard;
    private final Instant reported;
    private Person handler;
    private boolean major;

    HazardLife(Desk desk, Agenda agenda, City.County county, City.Workplace workplace, Chance chance, String hazard) {
        this.desk = desk;
        this.agenda = agenda;
        this.county = county;
        this.workplace = workplace;
        this.chance = chance;
        this.hazard = hazard;
        this.handler = county.second();
        this.reported = agenda.now();
    }

    void begin() {
        int fate = chance.below(100);
        if (fate < 2) {
            return;
        }
        if (fate < 6) {
            agenda.inDays(1, chance, this::transfer);
        } else if (fate < 9) {
            agenda.inDays(1, chance, () -> act(handler, "rejectHazard", Map.of("id", hazard, "reason", "经核实不构成隐患")));
        } else {
            agenda.inDays(chance.below(3), chance, this::confirm);
        }
    }

    private void act(Person who, String mutation, Map<String, ?> input) throws Exception {
        desk.does(who, mutation, input);
    }

    /** To the fire brigade, which answers, or whose silence accepts. */
    private void transfer() throws Exception {
        String transfer = desk.does(
                county.second(),
                "transferHazard",
                NodeType.HAZARD_TRANSFER,
                Map.of(
                        "hazardId", hazard,
                        "kind", "ORDINARY",
                        "to", county.fireDepartment(),
                        "basis", "安全生产法第六十九条",
                        "reason", "属于消防部门职责",
                        "contact", "值班室"));
        handler = county.fire();
        if (chance.percent(60)) {
            agenda.inDays(1, chance, () -> {
                act(county.fire(), "acceptTransfer", Map.of("id", transfer));
                agenda.inDays(1, chance, this::confirm);
            });
        } else {
            agenda.inDays(9, chance, this::confirm);
        }
    }

    private void confirm() throws Exception {
        major = workplace.chemical() && chance.percent(MAJOR) && handler.equals(county.second());
        act(
                handler,
                "confirmHazard",
                major
                        ? Map.of("id", hazard, "grade", "MAJOR", "clause", Loop.MAJOR_CLAUSE)
                        : Map.of("id", hazard, "grade", "GENERAL"));
        if (major) {
            String text = "停产撤人，限期整改";
            act(
                    workplace.manager(),
                    "planHazardRectification",
                    Map.of(
                            "id",
                            hazard,
                            "interimMeasures",
                            text,
                            "fiveImplementations",
                            Map.of(
                                    "responsibility", text,
                                    "measures", text,
                                    "funds", text,
                                    "deadline", text,
                                    "emergencyPlan", text)));
        }
        if (!chance.percent(3)) {
            agenda.inDays(chance.percent(10) ? 6 + chance.below(6) : chance.below(3), chance, this::assign);
        }
    }

    private void assign() throws Exception {
        String task = desk.does(
                handler, "assignRectification", NodeType.TASK, Map.of("hazardId", hazard, "requirement", "限期整改"));
        agenda.inDays(chance.percent(10) ? 4 : chance.below(2), chance, () -> start(task));
    }

    private void start(String task) throws Exception {
        act(workplace.manager(), "acceptRectification", Map.of("id", task));
        act(workplace.manager(), "startRectification", Map.of("id", task));
        int pace = chance.below(100);
        if (pace < 3) {
            return;
        }
        if (pace < 11 && handler.equals(county.second())) {
            agenda.inDays(2, chance, () -> askForTime(task));
        } else {
            agenda.inDays(pace < 18 ? 30 + chance.below(20) : 2 + chance.below(15), chance, () -> submit(task));
        }
    }

    private void askForTime(String task) throws Exception {
        act(
                workplace.manager(),
                "requestExtension",
                Map.of(
                        "id",
                        task,
                        "reason",
                        "配件未到货",
                        "interimMeasures",
                        "设专人看守",
                        "requestedDueAt",
                        reported.plus(Duration.ofDays(major ? 120 : 45)).toString()));
        agenda.inDays(2, chance, () -> {
            act(
                    county.leader(),
                    "decideExtension",
                    Map.of("id", task, "approved", chance.percent(70), "comment", "已核实"));
            agenda.inDays(5 + chance.below(20), chance, () -> submit(task));
        });
    }

    private void submit(String task) throws Exception {
        desk.photograph(workplace.manager(), task);
        act(workplace.manager(), "submitRectification", Map.of("id", task, "measuresTaken", "已整改"));
        agenda.inDays(1 + chance.below(4), chance, () -> review(task));
    }

    private void review(String task) throws Exception {
        // What may be given once more ends with the longest extension from the start.
        boolean mayGoBack = agenda.now().isBefore(reported.plus(LAST_RETURN));
        if (chance.percent(10) && mayGoBack) {
            act(
                    handler,
                    "reviewRectification",
                    Map.of(
                            "id",
                            task,
                            "passed",
                            false,
                            "comment",
                            "整改不到位",
                            "newDueAt",
                            agenda.now().plus(Duration.ofDays(10)).toString()));
            agenda.inDays(1, chance, () -> {
                act(workplace.manager(), "startRectification", Map.of("id", task));
                agenda.inDays(3, chance, () -> submit(task));
            });
            return;
        }
        act(handler, "reviewRectification", Map.of("id", task, "passed", true));
        agenda.inDays(chance.below(3), chance, () -> act(handler, "closeHazard", Map.of("id", hazard)));
    }
}
