package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

@LedgerTest
class InspectionPropertyTest {
    private static final int SEQUENCES = 14;
    private static final int STEPS = 18;
    private static final LocalDate TODAY = LocalDate.now(Times.ZONE);
    private static final Set<String> NAMED_OFFICERS =
            Set.of(TestCaller.OFFICER_LANKAO.subject(), TestCaller.OFFICER_LANKAO_2.subject());

    /** What depends on the input or on other rows than the object's is not told by its available actions. */
    private static final Set<String> NOT_FORETOLD = Set.of(
            "STALE_VERSION",
            "ITEMS_UNANSWERED",
            "FINDING_UNRESOLVED",
            "EVIDENCE_REQUIRED",
            "REFUSAL_REASON_REQUIRED",
            "ENTRY_NOT_CONFIRMED",
            "ENTRY_CODE_USED",
            "OUTSIDE_APPROVED_DAYS",
            "NOT_AN_INSPECTION_OFFICER");

    /** Outcomes that need no condition; "null" is the legal one. */
    private static final Set<String> BEFORE_CONDITIONS = Set.of("null", "FORBIDDEN", "NOT_FOUND", "WRONG_STATE");

    private final Loop loop = new Loop();

    private enum Verb {
        APPROVE("approveInspection", "ApproveInspectionInput", Actors.LEADERS, "APPROVAL_PENDING"),
        REFUSE_APPROVAL(
                "refuseInspectionApproval", "RefuseInspectionApprovalInput", Actors.LEADERS, "APPROVAL_PENDING"),
        SCAN("confirmInspectionEntry", "ConfirmInspectionEntryInput", Actors.AT_THE_GATE, "ASSIGNED", "NOTIFIED"),
        RATE(
                "rateInspection",
                "RateInspectionInput",
                Actors.MANAGER,
                "SIGNED",
                "SIGNATURE_REFUSED",
                "FINDINGS_ISSUED",
                "FOLLOW_UP",
                "COMPLETED"),
        START_UNSCANNED("startInspection", "StartInspectionInput", Actors.OFFICERS_AND_MANAGER, "ASSIGNED", "NOTIFIED"),
        RESCHEDULE(
                "rescheduleInspection",
                "RescheduleInspectionInput",
                Actors.OFFICERS_AND_MANAGER,
                "APPROVAL_PENDING",
                "APPROVED",
                "PLANNED",
                "ASSIGNED",
                "NOTIFIED"),
        NOTIFY("notifyInspection", "InspectionInput", Actors.OFFICERS, "ASSIGNED"),
        START("startInspection", "StartInspectionInput", Actors.OFFICERS_AND_MANAGER, "ASSIGNED", "NOTIFIED"),
        ANSWER("recordFinding", "RecordFindingInput", Actors.OFFICERS_AND_MANAGER, "IN_PROGRESS"),
        FINISH("finishInspectionRecord", "InspectionInput", Actors.OFFICERS_AND_MANAGER, "IN_PROGRESS"),
        SIGN("signInspection", "SignInspectionInput", Actors.OFFICERS_AND_MANAGER, "RECORD_PENDING_SIGNATURE"),
        REFUSE("signInspection", "SignInspectionInput", Actors.OFFICERS_AND_MANAGER, "RECORD_PENDING_SIGNATURE"),
        ISSUE("issueInspectionFindings", "InspectionInput", Actors.OFFICERS_AND_MANAGER, "SIGNED", "SIGNATURE_REFUSED"),
        FOLLOW_UP("followUpInspection", "InspectionInput", Actors.OFFICERS_AND_MANAGER, "FINDINGS_ISSUED"),
        COMPLETE("completeInspection", "InspectionInput", Actors.OFFICERS_AND_MANAGER, "FINDINGS_ISSUED", "FOLLOW_UP"),
        CANCEL(
                "cancelInspection",
                "EndInspectionInput",
                Actors.LEADERS_TOO,
                "APPROVAL_PENDING",
                "APPROVED",
                "PLANNED",
                "ASSIGNED",
                "NOTIFIED"),
        ABORT("abortInspection", "EndInspectionInput", Actors.OFFICERS_AND_MANAGER, "IN_PROGRESS");

        /** What ends a visit before its time is done seldom. */
        static final Set<Verb> ENDS = EnumSet.of(REFUSE_APPROVAL, CANCEL, ABORT);

        final String mutation;
        final String inputType;
        final Set<String> roles;
        final Set<String> from;

        Verb(String mutation, String inputType, Set<String> roles, String... from) {
            this.mutation = mutation;
            this.inputType = inputType;
            this.roles = roles;
            this.from = Set.of(from);
        }
    }

    private static final class Model {
        final String id;
        final String kind;
        final boolean announced;
        final List<String> items;
        final Map<String, String> answers = new LinkedHashMap<>();
        final Set<String> photographed = new HashSet<>();
        final List<String> history = new ArrayList<>(List.of("PLANNED"));
        final boolean emergency;
        final boolean staffed;
        String state;
        boolean started;
        boolean approved;
        boolean refused;
        boolean entered;
        boolean rated;
        /** How many days after today it is planned. */
        int days;

        Model(
                String id,
                String kind,
                boolean announced,
                boolean emergency,
                boolean staffed,
                String state,
                List<String> items) {
            this.id = id;
            this.kind = kind;
            this.announced = announced;
            this.emergency = emergency;
            this.staffed = staffed;
            this.state = state;
            this.items = items;
        }

        boolean selfCheck() {
            return kind.equals("SELF_CHECK");
        }

        boolean sees(TestCaller caller) {
            boolean toldTarget = selfCheck() || started || entered || announced && history.contains("NOTIFIED");
            return Actors.inScope(caller) && (!ofEnterprise(caller) || toldTarget);
        }

        /** The code with which the command must be refused; null when it must be carried out. */
        @Nullable
        String refusal(Verb verb, TestCaller caller, boolean stale) {
            if (!verb.roles.contains(caller.role())) {
                return "FORBIDDEN";
            }
            if (verb == Verb.SCAN) {
                return entered ? "ENTRY_CODE_USED" : null;
            }
            if (!sees(caller)) {
                return "NOT_FOUND";
            }
            if (stale) {
                return "STALE_VERSION";
            }
            if (!fits(verb)) {
                return "WRONG_STATE";
            }
            if (verb == Verb.NOTIFY && !mustBeTold()) {
                return "NOT_ANNOUNCED";
            }
            boolean authoritys = Set.of(Verb.RESCHEDULE, Verb.NOTIFY, Verb.FOLLOW_UP, Verb.COMPLETE, Verb.CANCEL)
                    .contains(verb);
            boolean head = verb == Verb.CANCEL && Actors.LEADERS.contains(caller.role()) && !selfCheck();
            if (authoritys && !head && !selfCheck() && !ofEnterprise(caller) && !isOfThePlanner(caller)) {
                return "NOT_THE_AUTHORITY";
            }
            boolean ofTheEnterprise = Set.of(Verb.SIGN, Verb.REFUSE, Verb.RATE).contains(verb);
            if (!ofTheEnterprise && ofEnterprise(caller) != selfCheck()) {
                return "FORBIDDEN";
            }
            boolean anyOfficer = Set.of(
                            Verb.APPROVE,
                            Verb.REFUSE_APPROVAL,
                            Verb.RESCHEDULE,
                            Verb.NOTIFY,
                            Verb.FOLLOW_UP,
                            Verb.COMPLETE,
                            Verb.CANCEL)
                    .contains(verb);
            if (!anyOfficer && !ofEnterprise(caller) && (selfCheck() || !NAMED_OFFICERS.contains(caller.subject()))) {
                return "NOT_AN_INSPECTION_OFFICER";
            }
            return further(verb, caller);
        }

        private boolean fits(Verb verb) {
            boolean decision = verb == Verb.APPROVE || verb == Verb.REFUSE_APPROVAL;
            if (decision && emergency) {
                return !approved && !refused && !state.equals("CANCELLED");
            }
            boolean start = verb == Verb.START || verb == Verb.START_UNSCANNED;
            return verb.from.contains(state) && (!start || !mustBeTold() || state.equals("NOTIFIED"));
        }

        /** The other of the two days on which it may be planned. */
        int elsewhen() {
            return days == 0 ? 2 : 0;
        }

        private boolean mustBeTold() {
            return announced && !selfCheck();
        }

        private @Nullable String further(Verb verb, TestCaller caller) {
            return switch (verb) {
                case RESCHEDULE -> {
                    String scanned = entered ? "ENTRY_CODE_USED" : null;
                    yield emergency ? "EMERGENCY_IS_TODAY" : scanned;
                }
                // It was approved for its day alone.
                case START, START_UNSCANNED -> {
                    boolean unscanned = verb == Verb.START && kind.equals("ENFORCEMENT") && !entered;
                    String scan = unscanned ? "ENTRY_NOT_CONFIRMED" : null;
                    yield kind.equals("ENFORCEMENT") && days > 0 ? "OUTSIDE_APPROVED_DAYS" : scan;
                }
                case RATE -> {
                    String again = rated ? "ALREADY_RATED" : null;
                    yield selfCheck() ? "FORBIDDEN" : again;
                }
                case FINISH -> {
                    boolean advice = kind.equals("ASSISTANCE");
                    String unresolved = !advice && answers.containsValue("OPEN") ? "FINDING_UNRESOLVED" : null;
                    yield answers.size() < items.size() ? "ITEMS_UNANSWERED" : unresolved;
                }
                case SIGN -> ofEnterprise(caller) ? null : "REFUSAL_REASON_REQUIRED";
                // That the target refuses to sign is recorded by an officer, not by the target.
                case REFUSE -> ofEnterprise(caller) ? "NOT_AN_INSPECTION_OFFICER" : null;
                case COMPLETE -> {
                    boolean open = answers.containsValue("HAZARD");
                    yield state.equals("FINDINGS_ISSUED") && open ? "WRONG_STATE" : null;
                }
                default -> null;
            };
        }

        void to(String action, String next) {
            if (!Transitions.INSPECTION.allows(state, action, next)) {
                throw new IllegalStateException("The model is wrong: " + state + " - " + action + " -> " + next);
            }
            state = next;
            history.add(action);
        }

        void apply(Verb verb, TestCaller caller) {
            switch (verb) {
                case APPROVE -> {
                    approved = true;
                    String next = staffed ? "ASSIGNED" : "APPROVED";
                    to("APPROVED", state.equals("APPROVAL_PENDING") ? next : state);
                }
                case REFUSE_APPROVAL -> {
                    refused = true;
                    boolean ended = state.equals("COMPLETED") || state.equals("ABORTED");
                    to("APPROVAL_REFUSED", started ? ended ? state : "ABORTED" : "CANCELLED");
                }
                case SCAN -> {
                    entered = true;
                    to("ENTRY_CONFIRMED", state);
                }
                case RATE -> {
                    rated = true;
                    to("RATED", state);
                }
                case RESCHEDULE -> {
                    days = elsewhen();
                    to("RESCHEDULED", approved ? "APPROVAL_PENDING" : state);
                    approved = false;
                }
                case NOTIFY -> to("NOTIFIED", "NOTIFIED");
                case START, START_UNSCANNED -> {
                    started = true;
                    to("STARTED", "IN_PROGRESS");
                }
                case ANSWER -> to("FINDING_RECORDED", "IN_PROGRESS");
                case FINISH -> to("RECORD_FINISHED", "RECORD_PENDING_SIGNATURE");
                case SIGN, REFUSE -> {
                    boolean signed = ofEnterprise(caller);
                    to(signed ? "SIGNED" : "SIGNATURE_REFUSED", signed ? "SIGNED" : "SIGNATURE_REFUSED");
                }
                case ISSUE -> to("FINDINGS_ISSUED", "FINDINGS_ISSUED");
                case FOLLOW_UP -> to("FOLLOW_UP_STARTED", "FOLLOW_UP");
                case COMPLETE -> to("COMPLETED", "COMPLETED");
                case CANCEL -> to("CANCELLED", "CANCELLED");
                case ABORT -> to("ABORTED", "ABORTED");
            }
        }
    }

    /** Whether they act for the county itself, whose officer plans the visits. */
    private static boolean isOfThePlanner(TestCaller caller) {
        return "410225000000".equals(caller.division()) && caller.department() == null;
    }

    private static boolean ofEnterprise(TestCaller caller) {
        return Actors.SITE.contains(caller.role());
    }

    @Test
    void inspectionsGoTheWayOfTheDomainWhateverIsTried() {
        long seed = Chance.seed("inspections");
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int run = 0; run < SEQUENCES; run++) {
            Chance chance = Chance.of(seed, run);
            List<String> told = new ArrayList<>(List.of("seed " + seed + ", run " + run));
            try {
                sequence(chance, told, outcomes);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(String.join("\n  ", told), failure);
            }
        }
        System.out.println("inspections: " + outcomes);
        assertTrue(outcomes.getOrDefault("accepted", 0) > SEQUENCES * STEPS / 8, "Too little was accepted");
    }

    private void sequence(Chance chance, List<String> told, Map<String, Integer> outcomes) {
        Model model = plan(chance);
        told.add(model.kind + (model.announced ? " announced" : " unannounced") + " in " + model.state);
        int version = look(model);
        for (int step = 0; step < STEPS; step++) {
            if (model.state.equals("IN_PROGRESS") && chance.percent(25)) {
                answerTheRest(model, told);
                version = look(model);
            }
            version = command(model, chance, version, told, outcomes);
        }
        assertTrue(LedgerClient.as(TestCaller.AUDITOR_CITY)
                .query("query($id: ID!) { verifyHistory(of: $id) { intact } }", Map.of("id", model.id))
                .getBoolean("data.verifyHistory.intact"));
    }

    private Model plan(Chance chance) {
        String kind = chance.oneOf(List.of("ENFORCEMENT", "ENFORCEMENT", "ASSISTANCE", "SELF_CHECK"));
        boolean announced = chance.percent(40);
        boolean selfCheck = kind.equals("SELF_CHECK");
        TestCaller planner = selfCheck ? TestCaller.MANAGER_LANKAO : TestCaller.OFFICER_LANKAO;
        String day = LocalDate.now(Times.ZONE).toString();
        JsonPath reference = LedgerClient.as(planner)
                .query(
                        "query($day: Date) { people(first: 1) { nodes { id } }"
                                + " checklists(first: 100, validOn: $day) { nodes { id items { id } } } }",
                        Map.of("day", day));
        List<String> officers =
                selfCheck ? reference.getList("data.people.nodes.id") : loop.officers(TestCaller.OFFICER_LANKAO);
        if (chance.percent(15)) {
            officers = List.of();
        }
        boolean enforcement = kind.equals("ENFORCEMENT");
        boolean emergency = enforcement && chance.percent(40);
        String shortest = "data.checklists.nodes.min { it.items.size() }";
        Map<String, Object> input = new HashMap<>(Map.of(
                "kind", kind,
                "announced", announced,
                "enterpriseId", loop.enterpriseId(planner, TestCaller.LANKAO_ENTERPRISE),
                "checklistId", reference.getString(shortest + ".id"),
                "plannedOn", day,
                "officerIds", officers));
        if (enforcement) {
            input.putAll(Map.of(
                    "checkKind",
                    "CASE",
                    "source",
                    emergency ? "EMERGENCY" : "LICENCE",
                    "sourceReference",
                    "兰审批〔2026〕6号"));
        }
        Payload answer = LedgerClient.as(planner)
                .mutate("planInspection", "PlanInspectionInput", input, "inspection { id }")
                .accepted();
        String unapproved = officers.isEmpty() && !kind.equals("SELF_CHECK") ? "PLANNED" : "ASSIGNED";
        return new Model(
                answer.text("inspection.id"),
                kind,
                announced,
                emergency,
                !officers.isEmpty(),
                enforcement && !emergency ? "APPROVAL_PENDING" : unapproved,
                reference.getList(shortest + ".items.id"));
    }

    /** Answers what is unanswered, and reports as hazards what is open, as a conscientious officer would. */
    private void answerTheRest(Model model, List<String> told) {
        told.add("the rest is answered");
        TestCaller officer = model.selfCheck() ? TestCaller.MANAGER_LANKAO : TestCaller.OFFICER_LANKAO;
        for (String item : model.items) {
            if (!model.answers.containsKey(item)) {
                Map<String, Object> input = Map.of("inspectionId", model.id, "itemId", item, "result", "COMPLIANT");
                LedgerClient.as(officer)
                        .mutate("recordFinding", "RecordFindingInput", input, "inspection { id }")
                        .accepted();
                model.answers.put(item, "FINE");
                model.apply(Verb.ANSWER, officer);
            }
        }
        JsonPath findings = LedgerClient.as(officer)
                .query(
                        "query($id: ID!) { inspection(id: $id) { findings { id item { id } } } }",
                        Map.of("id", model.id));
        for (String item : model.items) {
            if (!model.kind.equals("ASSISTANCE") && "OPEN".equals(model.answers.get(item))) {
                String finding =
                        findings.getString("data.inspection.findings.find { it.item.id == '" + item + "' }.id");
                LedgerClient.as(officer)
                        .mutate(
                                "reportHazard",
                                "ReportHazardInput",
                                Map.of(
                                        "enterpriseId",
                                        loop.enterpriseId(officer, TestCaller.LANKAO_ENTERPRISE),
                                        "inspectionId",
                                        model.id,
                                        "findingId",
                                        finding,
                                        "title",
                                        "检查发现 " + UUID.randomUUID(),
                                        "category",
                                        "FIRE_FACILITIES"),
                                "hazard { id }")
                        .accepted();
                model.answers.put(item, "HAZARD");
            }
        }
    }

    private static int command(
            Model model, Chance chance, int before, List<String> told, Map<String, Integer> outcomes) {
        // Wrong codes are counted: whose code is none of theirs does not try.
        boolean hasCode = model.kind.equals("ENFORCEMENT") && Verb.SCAN.from.contains(model.state) && model.days == 0;
        List<Verb> possible = Stream.of(Verb.values())
                .filter(each -> each != Verb.SCAN || hasCode)
                .toList();
        List<Verb> legal = possible.stream()
                .filter(each -> Actors.ALL.stream()
                        .anyMatch(caller -> (each != Verb.SCAN || isAtTheGate(caller))
                                && model.refusal(each, caller, false) == null))
                .filter(each -> !Verb.ENDS.contains(each) || chance.percent(15))
                .filter(each -> each != Verb.RESCHEDULE || model.days > 0 || chance.percent(30))
                .toList();
        List<Verb> conditional = possible.stream()
                .filter(each -> Actors.ALL.stream().anyMatch(caller -> onlyConditionForbids(model, each, caller)))
                .toList();
        int kind = chance.below(100);
        boolean hard = kind < 15 && !conditional.isEmpty();
        boolean guided = !hard && kind < 80 && !legal.isEmpty();
        Verb verb = chance.oneOf(hard ? conditional : guided ? legal : possible);
        TestCaller caller = chance.oneOf(Actors.ALL.stream()
                .filter(each -> verb != Verb.SCAN || isAtTheGate(each))
                .filter(each -> !hard || onlyConditionForbids(model, verb, each))
                .filter(each -> !guided || model.refusal(verb, each, false) == null)
                // May be the very person who checks the own enterprise.
                .filter(each -> !model.selfCheck() || hard || each != Actors.MANAGER_AS_OFFICER)
                .toList());
        String item = chance.oneOf(model.items);
        String answered =
                "HAZARD".equals(model.answers.get(item)) ? "HAZARD" : chance.oneOf(List.of("FINE", "FIXED", "OPEN"));
        boolean stale = verb != Verb.SCAN && chance.percent(8);
        Map<String, Object> input = input(model, verb, item, answered);
        if (verb != Verb.SCAN && (stale || chance.percent(30))) {
            input.put("expectedVersion", stale ? before - 1 : before);
        }
        boolean fixed = verb == Verb.ANSWER && answered.equals("FIXED");
        if (fixed && model.answers.containsKey(item) && chance.percent(70)) {
            photograph(model, item);
        }
        String unproven = fixed && !model.photographed.contains(item) ? "EVIDENCE_REQUIRED" : null;
        String expected = model.refusal(verb, caller, stale) == null ? unproven : model.refusal(verb, caller, stale);
        @Nullable Map<String, Object> foretold = verb == Verb.SCAN ? null : foretold(model, verb, caller);

        Payload answer =
                LedgerClient.as(caller).mutate(verb.mutation, verb.inputType, input, "inspection { status version }");

        List<String> codes = Stream.concat(answer.errorCodes().stream(), answer.userErrorCodes().stream())
                .toList();
        String code = codes.isEmpty() ? null : codes.getFirst();
        told.add(verb + " by " + caller.subject() + " (" + caller.role() + ") in " + model.state + ": expected "
                + expected + ", got " + code);
        assertEquals(expected, code);
        outcomes.merge(code == null ? "accepted" : code, 1, Integer::sum);
        if (verb != Verb.SCAN) {
            assertForetold(foretold, verb, code);
        }
        if (code == null) {
            if (verb == Verb.ANSWER) {
                model.answers.put(item, answered);
            }
            model.apply(verb, caller);
        }
        int after = look(model);
        assertTrue(code == null ? after > before : after == before, "The version went from " + before + " to " + after);
        if (code == null) {
            assertEquals(after, answer.<Integer>get("inspection.version"));
        }
        return after;
    }

    /** As whoever conducts the visit: the finding before its fix and after it. */
    private static void photograph(Model model, String item) {
        TestCaller conductor = model.selfCheck() ? TestCaller.MANAGER_LANKAO : TestCaller.OFFICER_LANKAO;
        String finding = LedgerClient.as(conductor)
                .query(
                        "query($id: ID!) { inspection(id: $id) { findings { id item { id } } } }",
                        Map.of("id", model.id))
                .getString("data.inspection.findings.find { it.item.id == '" + item + "' }.id");
        for (String stage : List.of("BEFORE", "AFTER")) {
            new Loop().upload(conductor, finding, stage);
            model.to("EVIDENCE_ADDED", model.state);
        }
        model.photographed.add(item);
    }

    private static boolean onlyConditionForbids(Model model, Verb verb, TestCaller caller) {
        boolean ownPerson = model.selfCheck() && caller == Actors.MANAGER_AS_OFFICER;
        return !ownPerson && !BEFORE_CONDITIONS.contains(String.valueOf(model.refusal(verb, caller, false)));
    }

    private static Map<String, Object> input(Model model, Verb verb, String item, String answered) {
        Map<String, Object> input = new HashMap<>();
        input.put(verb == Verb.ANSWER ? "inspectionId" : "id", model.id);
        switch (verb) {
            case ANSWER -> {
                input.put("itemId", item);
                input.put("result", answered.equals("FINE") ? "COMPLIANT" : "NON_COMPLIANT");
                input.put("fixedOnSite", answered.equals("FIXED"));
                if (answered.equals("FIXED")) {
                    input.put("grade", "GENERAL");
                }
            }
            case REFUSE -> input.put("refusalReason", "负责人拒绝签字");
            case CANCEL, ABORT, REFUSE_APPROVAL -> input.put("reason", "不得入内");
            case APPROVE -> input.put("document", "兰应急〔2026〕7号");
            case RESCHEDULE -> {
                input.put("plannedOn", TODAY.plusDays(model.elsewhen()).toString());
                input.put("reason", "暴雨预警");
            }
            case RATE -> input.put("score", 3);
            case START_UNSCANNED -> input.put("noScanReason", "门卫拒绝扫码");
            case SCAN -> {
                input.remove("id");
                input.put("code", entryCode(model));
            }
            default -> {}
        }
        return input;
    }

    private static String entryCode(Model model) {
        return LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .query("query($id: ID!) { inspection(id: $id) { entryCode } }", Map.of("id", model.id))
                .getString("data.inspection.entryCode");
    }

    private static boolean isAtTheGate(TestCaller caller) {
        return !Actors.AT_THE_GATE.contains(caller.role())
                || NAMED_OFFICERS.contains(caller.subject())
                || TestCaller.LANKAO_ENTERPRISE.equals(caller.enterprise());
    }

    private static @Nullable Map<String, Object> foretold(Model model, Verb verb, TestCaller caller) {
        JsonPath answer = LedgerClient.as(caller)
                .answer(
                        "query($id: ID!) { inspection(id: $id) { availableActions { action allowed code } } }",
                        Map.of("id", model.id));
        if (answer.get("data.inspection") == null) {
            return null;
        }
        List<Map<String, Object>> actions = answer.getList("data.inspection.availableActions");
        return actions.stream()
                .filter(each -> verb.mutation.equals(each.get("action")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(verb.mutation + " is not among the available actions"));
    }

    private static void assertForetold(@Nullable Map<String, Object> foretold, Verb verb, @Nullable String code) {
        if (foretold == null) {
            assertTrue(Set.of("NOT_FOUND", "FORBIDDEN").contains(String.valueOf(code)), "Unseen, but " + code);
            return;
        }
        Object told = foretold.get("code");
        assertEquals(told == null, foretold.get("allowed"));
        if (told != null) {
            assertTrue(told.equals(code) || "STALE_VERSION".equals(code), "Told " + told + ", was " + code);
        } else {
            // Open findings, which are other rows, send it to its follow-up first.
            boolean openFindings = verb == Verb.COMPLETE && "WRONG_STATE".equals(code);
            assertTrue(code == null || openFindings || NOT_FORETOLD.contains(code), "Told allowed, was " + code);
        }
    }

    private static int look(Model model) {
        JsonPath answer = LedgerClient.as(TestCaller.AUDITOR_CITY)
                .query(
                        "query($id: ID!) { inspection(id: $id) { status version plannedOn }"
                                + " history(of: $id, first: 100) { nodes { action status } } }",
                        Map.of("id", model.id));
        assertEquals(model.state, answer.getString("data.inspection.status"));
        assertEquals(TODAY.plusDays(model.days).toString(), answer.getString("data.inspection.plannedOn"));
        assertEquals(model.history, answer.getList("data.history.nodes.action"));
        assertEquals(model.state, answer.getString("data.history.nodes[-1].status"));
        return answer.getInt("data.inspection.version");
    }
}
