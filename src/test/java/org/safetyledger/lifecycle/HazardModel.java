package org.safetyledger.lifecycle;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.TestCaller;

/** What a hazard and its present task must do, by the domain's description alone. */
final class HazardModel {
    private static final Set<String> AT_WORK =
            Set.of("CONFIRMED", "ASSIGNED", "RECTIFYING", "SUBMITTED", "REVIEWING", "FIXED_ON_SITE", "REOPENED");
    private static final Set<String> UNCONFIRMED = Set.of("REPORTED", "REJECTED", "DUPLICATE");
    private static final String[] UNENDED = {
        "PENDING_ACCEPT", "ACCEPTED", "IN_PROGRESS", "EXTENSION_REQUESTED", "SUBMITTED", "RETURNED"
    };

    final String hazardId;
    final String original;
    final List<String> history = new ArrayList<>(List.of("REPORTED"));
    final List<String> taskHistory = new ArrayList<>();
    String state = "REPORTED";
    String grade = "GENERAL";

    @Nullable
    String taskId;

    String taskState = "";

    private final TestCaller reporter;
    private String gradedBy = "";
    private boolean gradedByCity;
    private String fixedBy = "";
    private boolean everMajor;
    private boolean contested;
    private boolean five;
    private boolean interim;
    private boolean photoBefore;
    private final Proof fix = new Proof("county-officer-lankao", "AUTHORITY_EVIDENCE_REQUIRED");
    private final Proof ownFix = new Proof("manager-lankao", "ENTERPRISE_EVIDENCE_REQUIRED");
    private Proof taskFix = new Proof("manager-lankao", "ENTERPRISE_EVIDENCE_REQUIRED");
    private boolean startedOnce;
    private boolean accepted;
    private String resume = "";
    private boolean applied;
    /** Two of the enterprise's people, to whom its manager gives a task in turn. */
    private List<Map<String, String>> people = List.of();

    private int given = -1;
    /** Whether the clock is the longer one that a rule gives to a major hazard. */
    private boolean wide;

    /** What the photos after a fix prove: by whom they have to be, and whether one is new since the last fix failed. */
    private static final class Proof {
        private final String fixer;
        private final String othersOnly;
        private boolean any;
        private boolean own;
        private boolean failed;
        private boolean ownSince;

        Proof(String fixer, String othersOnly) {
            this.fixer = fixer;
            this.othersOnly = othersOnly;
        }

        void add(TestCaller sender) {
            any = true;
            own |= sender.subject().equals(fixer);
            ownSince |= sender.subject().equals(fixer);
        }

        void fail() {
            failed = true;
            ownSince = false;
        }

        @Nullable
        String missing() {
            if (!any) {
                return "EVIDENCE_REQUIRED";
            }
            String old = failed && !ownSince ? "NEW_EVIDENCE_REQUIRED" : null;
            return own ? old : othersOnly;
        }
    }

    HazardModel(String hazardId, TestCaller reporter, String original) {
        this.hazardId = hazardId;
        this.reporter = reporter;
        this.original = original;
    }

    enum Verb {
        CONFIRM_GENERAL("confirmHazard", "ConfirmHazardInput", Actors.OFFICERS, "REPORTED"),
        CONFIRM_MAJOR("confirmHazard", "ConfirmHazardInput", Actors.OFFICERS, "REPORTED"),
        CONFIRM_WITHOUT_CLAUSE("confirmHazard", "ConfirmHazardInput", Actors.OFFICERS, "REPORTED"),
        CORRECT("correctHazard", "CorrectHazardInput", Actors.REPORTERS, "REPORTED"),
        CORRECT_NOTHING("correctHazard", "CorrectHazardInput", Actors.REPORTERS, "REPORTED"),
        REJECT("rejectHazard", "HazardReasonInput", Actors.OFFICERS, "REPORTED"),
        CONTEST("contestHazardRejection", "HazardReasonInput", Actors.REPORTERS, "REJECTED", "DUPLICATE"),
        DUPLICATE("markDuplicateHazard", "MarkDuplicateHazardInput", Actors.OFFICERS, "REPORTED"),
        DUPLICATE_OF_ITSELF("markDuplicateHazard", "MarkDuplicateHazardInput", Actors.OFFICERS, "REPORTED"),
        ESCALATE("escalateHazardGrade", "EscalateHazardGradeInput", Actors.OFFICERS, "*"),
        LOWER("lowerHazardGrade", "LowerHazardGradeInput", Actors.CITY, "*"),
        PLAN(
                "planHazardRectification",
                "PlanHazardRectificationInput",
                Actors.OFFICERS_AND_MANAGER,
                "CONFIRMED",
                "ASSIGNED",
                "RECTIFYING",
                "SUBMITTED",
                "REVIEWING",
                "REOPENED"),
        FIX("fixHazardOnSite", "FixHazardOnSiteInput", Actors.OFFICERS, "CONFIRMED"),
        CLOSE(
                "closeHazard",
                "CloseHazardInput",
                Actors.OFFICERS_AND_MANAGER,
                "REPORTED",
                "CONFIRMED",
                "REVIEWING",
                "FIXED_ON_SITE"),
        REOPEN("reopenHazard", "HazardReasonInput", Actors.OFFICERS, "CLOSED"),
        ASSIGN("assignRectification", "AssignRectificationInput", Actors.OFFICERS, "CONFIRMED", "REOPENED"),
        GIVE("assignRectificationPerson", "AssignRectificationPersonInput", Actors.MANAGER, UNENDED),
        GIVE_AGAIN("assignRectificationPerson", "AssignRectificationPersonInput", Actors.MANAGER, UNENDED),
        ACCEPT("acceptRectification", "RectificationInput", Actors.MANAGER, "PENDING_ACCEPT"),
        START("startRectification", "RectificationInput", Actors.SITE, "ACCEPTED", "RETURNED"),
        SUBMIT("submitRectification", "SubmitRectificationInput", Actors.MANAGER, "IN_PROGRESS"),
        ASK("requestExtension", "RequestExtensionInput", Actors.MANAGER, "ACCEPTED", "IN_PROGRESS"),
        GRANT("decideExtension", "DecideExtensionInput", Actors.LEADERS, "EXTENSION_REQUESTED"),
        DENY("decideExtension", "DecideExtensionInput", Actors.LEADERS, "EXTENSION_REQUESTED"),
        PASS("reviewRectification", "ReviewRectificationInput", Actors.OFFICERS, "SUBMITTED"),
        FAIL("reviewRectification", "ReviewRectificationInput", Actors.OFFICERS, "SUBMITTED"),
        CANCEL(
                "cancelRectification",
                "CancelRectificationInput",
                Actors.OFFICERS,
                "PENDING_ACCEPT",
                "ACCEPTED",
                "IN_PROGRESS",
                "EXTENSION_REQUESTED",
                "RETURNED");

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

        boolean ofTask() {
            return compareTo(ASSIGN) > 0;
        }

        String payload() {
            return compareTo(ASSIGN) >= 0 ? "rectificationTask" : "hazard";
        }
    }

    /** The code with which the command must be refused; null when it must be carried out. */
    @Nullable
    String refusal(Verb verb, TestCaller caller, boolean stale) {
        if (!verb.roles.contains(caller.role())) {
            return "FORBIDDEN";
        }
        if (!sees(caller, verb.ofTask())) {
            return "NOT_FOUND";
        }
        if (stale && verb != Verb.ASSIGN) {
            return "STALE_VERSION";
        }
        boolean fits = verb.from.contains("*")
                ? AT_WORK.contains(state)
                : verb.from.contains(verb.ofTask() ? taskState : state);
        return fits ? further(verb, caller) : "WRONG_STATE";
    }

    private @Nullable String further(Verb verb, TestCaller caller) {
        String subject = caller.subject();
        return switch (verb) {
            case CONFIRM_WITHOUT_CLAUSE -> "CLAUSE_REQUIRED";
            case CORRECT -> mayCorrect(caller) ? null : "NOT_THE_REPORTER";
            case CORRECT_NOTHING -> mayCorrect(caller) ? "NOTHING_CHANGED" : "NOT_THE_REPORTER";
            case GIVE_AGAIN -> given < 0 ? null : "NOTHING_CHANGED";
            case DUPLICATE_OF_ITSELF -> "DUPLICATE_TARGET_INVALID";
            case CONTEST -> {
                String second = contested ? "ALREADY_CONTESTED" : null;
                yield subject.equals(reporter.subject()) ? second : "NOT_THE_REPORTER";
            }
            case ESCALATE -> major() ? "GENERAL_GRADE_REQUIRED" : null;
            case LOWER -> {
                boolean peer = gradedByCity && !caller.role().equals("city-leader");
                String own = subject.equals(gradedBy) ? "GRADER_CANNOT_LOWER" : null;
                String higher = peer ? "HIGHER_AUTHORITY_REQUIRED" : own;
                yield major() ? higher : "MAJOR_GRADE_REQUIRED";
            }
            case FIX -> {
                String photos = photoBefore ? fix.missing() : "EVIDENCE_REQUIRED";
                yield major() ? "GENERAL_GRADE_REQUIRED" : photos;
            }
            case CLOSE -> {
                boolean byEnterprise = caller.role().equals("enterprise-manager");
                boolean unassigned = Set.of("REPORTED", "CONFIRMED").contains(state);
                if (byEnterprise && (major() || !reporter.role().equals("enterprise-manager"))) {
                    yield "FORBIDDEN";
                }
                if (byEnterprise != unassigned) {
                    yield "WRONG_STATE";
                }
                if (byEnterprise) {
                    yield photoBefore ? ownFix.missing() : "EVIDENCE_REQUIRED";
                }
                String finder = subject.equals(reporter.subject()) ? "FINDER_CANNOT_CLOSE" : missingPlan();
                yield state.equals("FIXED_ON_SITE") && subject.equals(fixedBy) ? "FIXER_CANNOT_CLOSE" : finder;
            }
            case START -> missingPlan();
            case SUBMIT -> missingPlan() == null ? taskFix.missing() : missingPlan();
            case GRANT, DENY -> applied && subject.equals("manager-lankao") ? "APPLICANT_CANNOT_DECIDE" : null;
            case PASS, FAIL -> {
                String plan = verb == Verb.PASS ? missingPlan() : null;
                yield accepted && subject.equals("manager-lankao") ? "RECTIFIER_CANNOT_REVIEW" : plan;
            }
            default -> null;
        };
    }

    private boolean mayCorrect(TestCaller caller) {
        return caller.subject().equals(reporter.subject()) || Actors.OFFICERS.contains(caller.role());
    }

    private @Nullable String missingPlan() {
        String measures = major() && !interim ? "INTERIM_MEASURES_REQUIRED" : null;
        return major() && !five ? "FIVE_IMPLEMENTATIONS_REQUIRED" : measures;
    }

    /** The dates of an extension depend on the calendar once the grade, and with it the limits, has changed. */
    boolean datesMayRefuse(Verb verb) {
        return verb == Verb.ASK && everMajor;
    }

    /** Who has the present task; null for nobody by name. */
    @Nullable
    String person() {
        return given < 0 ? null : people().get(given).get("name");
    }

    private List<Map<String, String>> people() {
        if (people.isEmpty()) {
            people = LedgerClient.as(TestCaller.MANAGER_LANKAO)
                    .query("{ people(first: 2) { nodes { id name } } }")
                    .getList("data.people.nodes");
        }
        return people;
    }

    private int receiver(Verb verb) {
        return verb == Verb.GIVE ? (given + 1) % 2 : Math.max(given, 0);
    }

    boolean sees(TestCaller caller, boolean task) {
        boolean unseen = caller.role().equals("enterprise-worker")
                && !task
                && UNCONFIRMED.contains(state)
                && !caller.subject().equals(reporter.subject());
        return Actors.inScope(caller) && !unseen;
    }

    private boolean major() {
        return grade.equals("MAJOR");
    }

    Map<String, Object> input(Verb verb, Chance chance, @Nullable OffsetDateTime taskDueAt) {
        String text = "说明 " + UUID.randomUUID();
        Map<String, Object> input = new HashMap<>();
        input.put(verb == Verb.ASSIGN ? "hazardId" : "id", verb.ofTask() ? Objects.requireNonNull(taskId) : hazardId);
        Map<String, String> clause = Map.of("standard", "FIRE-2025", "clause", "第5章");
        switch (verb) {
            case CONFIRM_GENERAL -> input.put("grade", "GENERAL");
            case CONFIRM_MAJOR -> {
                input.put("grade", "MAJOR");
                input.put("clause", clause);
            }
            case CONFIRM_WITHOUT_CLAUSE -> input.put("grade", "MAJOR");
            case DUPLICATE, DUPLICATE_OF_ITSELF -> {
                input.put("duplicateOfId", verb == Verb.DUPLICATE ? original : hazardId);
                input.put("reason", text);
            }
            case ESCALATE -> {
                input.put("clause", clause);
                input.put("reason", text);
            }
            case REJECT, CONTEST, REOPEN, CANCEL, CORRECT_NOTHING -> input.put("reason", text);
            case CORRECT -> {
                input.put("title", text);
                input.put("reason", text);
            }
            case GIVE, GIVE_AGAIN ->
                input.put(
                        "personId",
                        Objects.requireNonNull(people().get(receiver(verb)).get("id")));
            case LOWER -> {
                input.put("reason", text);
                input.put("document", "汴安委〔2026〕12号");
            }
            case PLAN -> {
                int which = chance.below(3);
                if (which != 0) {
                    input.put("interimMeasures", text);
                }
                if (which != 1) {
                    input.put(
                            "fiveImplementations",
                            Map.of(
                                    "responsibility", text,
                                    "measures", text,
                                    "funds", text,
                                    "deadline", text,
                                    "emergencyPlan", text));
                }
            }
            case FIX -> input.put("measures", text);
            case CLOSE -> input.put("comment", text);
            case ASSIGN -> input.put("requirement", text);
            case SUBMIT -> input.put("measuresTaken", text);
            case ASK -> {
                input.put(
                        "requestedDueAt",
                        Objects.requireNonNull(taskDueAt).plusDays(1).toString());
                input.put("reason", text);
                input.put("interimMeasures", text);
            }
            case GRANT, DENY -> {
                input.put("approved", verb == Verb.GRANT);
                input.put("comment", text);
            }
            case PASS, FAIL -> {
                input.put("passed", verb == Verb.PASS);
                input.put("comment", text);
                input.put(
                        "newDueAt",
                        OffsetDateTime.now()
                                .plus(Duration.ofDays(major() ? 60 : 20))
                                .toString());
            }
            default -> {}
        }
        return input;
    }

    void apply(Verb verb, TestCaller caller, Map<String, Object> input, @Nullable String madeTask) {
        switch (verb) {
            case CONFIRM_GENERAL, CONFIRM_MAJOR -> {
                grade(verb == Verb.CONFIRM_MAJOR, caller);
                to("CONFIRMED", "CONFIRMED");
            }
            case CORRECT -> to("CORRECTED", "REPORTED");
            case GIVE, GIVE_AGAIN -> {
                given = receiver(verb);
                taskTo("PERSON_ASSIGNED", taskState);
            }
            case REJECT -> to("REJECTED", "REJECTED");
            case CONTEST -> {
                contested = true;
                to("CONTESTED", "REPORTED");
            }
            case DUPLICATE -> to("MARKED_DUPLICATE", "DUPLICATE");
            case ESCALATE -> {
                grade(true, caller);
                to("GRADE_ESCALATED", state.equals("FIXED_ON_SITE") ? "CONFIRMED" : state);
            }
            case LOWER -> {
                grade(false, caller);
                to("GRADE_LOWERED", state);
                if (wide && taskId != null && !taskState.equals("PASSED") && !taskState.equals("CANCELLED")) {
                    taskTo("DEADLINE_MOVED", taskState);
                }
                wide = false;
            }
            case PLAN -> {
                five |= input.containsKey("fiveImplementations");
                interim |= input.containsKey("interimMeasures");
                to("RECTIFICATION_PLANNED", state);
            }
            case FIX -> {
                fixedBy = caller.subject();
                to("FIXED_ON_SITE", "FIXED_ON_SITE");
            }
            case CLOSE -> {
                boolean byEnterprise = caller.role().equals("enterprise-manager");
                to(byEnterprise ? "SELF_CLOSED" : "CLOSED", "CLOSED");
            }
            case REOPEN -> {
                wide = major();
                fix.fail();
                ownFix.fail();
                to("REOPENED", "REOPENED");
            }
            case ASSIGN -> {
                taskId = madeTask;
                taskHistory.clear();
                taskFix = new Proof("manager-lankao", "ENTERPRISE_EVIDENCE_REQUIRED");
                startedOnce = false;
                accepted = false;
                applied = false;
                given = -1;
                to("ASSIGNED", "ASSIGNED");
                taskTo("ASSIGNED", "PENDING_ACCEPT");
            }
            case ACCEPT -> {
                accepted = true;
                taskTo("ACCEPTED", "ACCEPTED");
            }
            case START -> {
                if (!startedOnce) {
                    to("RECTIFICATION_STARTED", "RECTIFYING");
                }
                startedOnce = true;
                taskTo("STARTED", "IN_PROGRESS");
            }
            case SUBMIT -> {
                to("SUBMITTED", "SUBMITTED");
                taskTo("SUBMITTED", "SUBMITTED");
            }
            case ASK -> {
                applied = true;
                resume = taskState;
                taskTo("EXTENSION_REQUESTED", "EXTENSION_REQUESTED");
            }
            case GRANT -> {
                wide = false;
                to("DEADLINE_EXTENDED", state);
                taskTo("EXTENSION_APPROVED", resume);
            }
            case DENY -> taskTo("EXTENSION_REFUSED", resume);
            case PASS -> {
                to("REVIEW_PASSED", "REVIEWING");
                taskTo("PASSED", "PASSED");
            }
            case FAIL -> {
                wide = false;
                taskFix.fail();
                to("REVIEWED", "REVIEWING");
                to("REVIEW_FAILED", "RECTIFYING");
                taskTo("RETURNED", "RETURNED");
            }
            case CANCEL -> {
                to("TASK_CANCELLED", "CONFIRMED");
                taskTo("CANCELLED", "CANCELLED");
            }
            default -> throw new IllegalStateException("Never accepted: " + verb);
        }
    }

    /** The code with which a photo must be refused; null when it must be taken. */
    @Nullable
    String refusalOfPhoto(boolean ofTask, String stage) {
        boolean closed = ofTask ? Set.of("PASSED", "CANCELLED").contains(taskState) : state.equals("CLOSED");
        boolean lookBack = stage.equals("LOOK_BACK");
        if (closed) {
            return lookBack && !ofTask ? null : "EVIDENCE_AFTER_CLOSURE";
        }
        return lookBack ? "WRONG_STATE" : null;
    }

    void photo(boolean ofTask, String stage, TestCaller sender) {
        if (stage.equals("AFTER")) {
            (ofTask ? List.of(taskFix) : List.of(fix, ownFix)).forEach(proof -> proof.add(sender));
        }
        if (ofTask) {
            taskTo("EVIDENCE_ADDED", taskState);
        } else {
            photoBefore |= stage.equals("BEFORE");
            to("EVIDENCE_ADDED", state);
        }
    }

    private void grade(boolean major, TestCaller caller) {
        grade = major ? "MAJOR" : "GENERAL";
        everMajor |= major;
        gradedBy = caller.subject();
        gradedByCity = String.valueOf(caller.division()).startsWith("410200");
    }

    private void to(String action, String next) {
        if (!Transitions.HAZARD.allows(state, action, next)) {
            throw new IllegalStateException("The model is wrong: " + state + " - " + action + " -> " + next);
        }
        state = next;
        history.add(action);
    }

    private void taskTo(String action, String next) {
        String from = taskHistory.isEmpty() ? null : taskState;
        if (!Transitions.TASK.allows(from, action, next)) {
            throw new IllegalStateException("The model is wrong: " + from + " - " + action + " -> " + next);
        }
        taskState = next;
        taskHistory.add(action);
    }
}
