package org.safetyledger.lifecycle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.TestCaller;

/** What a stop order and its re-checks must do, by the domain's description alone. */
final class PaperModel {
    /** Who conducts the visits of the papers: any of them may examine, whoever made out the order. */
    private static final Set<String> CONDUCTING =
            Set.of(TestCaller.OFFICER_LANKAO.subject(), TestCaller.OFFICER_LANKAO_2.subject());

    private static final String COUNTY = "410225000000";
    private static final Set<String> IN_HAND = Set.of("SERVED", "SIGNED", "REFUSED");

    final Sheet order;
    final List<Sheet> rechecks = new ArrayList<>();

    PaperModel(String order) {
        this.order = new Sheet(order, TestCaller.OFFICER_LANKAO.subject(), null, false);
    }

    enum Verb {
        SERVE("servePaper", "ServePaperInput", Actors.OFFICERS, "SERVED", "ISSUED"),
        SERVE_WITHOUT_CONSENT("servePaper", "ServePaperInput", Actors.OFFICERS, "SERVED", "ISSUED"),
        LEAVE_WITHOUT_PROOF("servePaper", "ServePaperInput", Actors.OFFICERS, "SERVED", "ISSUED"),
        SIGN("signPaperReceipt", "SignPaperReceiptInput", Actors.MANAGER, "SIGNED", "SERVED"),
        REFUSE("recordPaperRefusal", "RecordPaperRefusalInput", Actors.OFFICERS, "REFUSED", "SERVED"),
        WITHDRAW("withdrawPaper", "WithdrawPaperInput", Actors.OFFICERS, "WITHDRAWN", "ISSUED", "SERVED"),
        RESUME("resumeWork", "ResumeWorkInput", Actors.OFFICERS, "RESUMED", "SERVED", "SIGNED", "REFUSED");

        final String mutation;
        final String inputType;
        final Set<String> roles;
        final String action;
        final Set<String> from;

        Verb(String mutation, String inputType, Set<String> roles, String action, String... from) {
            this.mutation = mutation;
            this.inputType = inputType;
            this.roles = roles;
            this.action = action;
            this.from = Set.of(from);
        }

        Map<String, Object> input(String paper) {
            Map<String, Object> input = new HashMap<>(Map.of("id", paper));
            switch (this) {
                case SERVE -> input = PaperScene.service(paper);
                case SERVE_WITHOUT_CONSENT -> input.putAll(Map.of("kind", "ELECTRONIC", "receiver", "王安全"));
                case LEAVE_WITHOUT_PROOF -> input.putAll(Map.of("kind", "LEFT", "receiver", "门卫"));
                case REFUSE, WITHDRAW -> input.put("reason", "签收时提出异议");
                case SIGN, RESUME -> {}
            }
            return input;
        }
    }

    /** One paper: the order itself, or a re-check of it. */
    static final class Sheet {
        final String id;
        final String issuedBy;
        final @Nullable Sheet about;
        /** Of a re-check, whether it found each problem put right. */
        final boolean allDone;

        final List<String> history = new ArrayList<>(List.of("ISSUED"));
        String state = "ISSUED";
        boolean served;
        boolean resumed;

        Sheet(String id, String issuedBy, @Nullable Sheet about, boolean allDone) {
            this.id = id;
            this.issuedBy = issuedBy;
            this.about = about;
            this.allDone = allDone;
        }

        boolean sees(TestCaller caller) {
            return Actors.inScope(caller)
                    && !caller.role().equals("enterprise-worker")
                    && (served || !caller.role().equals("enterprise-manager"));
        }

        void apply(Verb verb) {
            String next = verb == Verb.RESUME ? state : verb.action;
            if (!Transitions.PAPER.allows(state, verb.action, next)) {
                throw new IllegalStateException("The model is wrong: " + state + " - " + verb + " -> " + next);
            }
            state = next;
            served |= next.equals("SERVED");
            resumed |= verb == Verb.RESUME;
            history.add(verb.action);
        }
    }

    /** The code with which the command must be refused; null when it must be carried out. */
    @Nullable
    String refusal(Verb verb, Sheet sheet, TestCaller caller, boolean stale) {
        return switch (verb) {
            case SERVE_WITHOUT_CONSENT -> orElse(foretold(verb, sheet, caller, stale), "CONSENT_REQUIRED");
            case LEAVE_WITHOUT_PROOF -> orElse(foretold(verb, sheet, caller, stale), "PROOF_REQUIRED");
            default -> foretold(verb, sheet, caller, stale);
        };
    }

    private static String orElse(@Nullable String refusal, String further) {
        return refusal == null ? further : refusal;
    }

    /** The same, as far as it is told beforehand. */
    @Nullable
    String foretold(Verb verb, Sheet sheet, TestCaller caller, boolean stale) {
        if (!verb.roles.contains(caller.role())) {
            return "FORBIDDEN";
        }
        if (!sheet.sees(caller)) {
            return "NOT_FOUND";
        }
        if (stale) {
            return "STALE_VERSION";
        }
        if (!verb.from.contains(sheet.state)) {
            return "WRONG_STATE";
        }
        return switch (verb) {
            case WITHDRAW -> {
                boolean resumed = sheet.resumed || (sheet.about != null && sheet.about.resumed);
                String relied = resumed ? "WORK_RESUMED" : null;
                yield caller.subject().equals(sheet.issuedBy) ? relied : "NOT_THE_ISSUER";
            }
            case RESUME -> resumption(sheet, caller);
            default -> null;
        };
    }

    private @Nullable String resumption(Sheet sheet, TestCaller caller) {
        if (sheet != order || order.resumed) {
            return "NOTHING_TO_RESUME";
        }
        boolean its = COUNTY.equals(caller.division()) && caller.department() == null;
        String unexamined = isExamined() ? null : "EXAMINATION_REQUIRED";
        return its ? unexamined : "NOT_THE_AUTHORITY";
    }

    /** By the last re-check that stands. */
    private boolean isExamined() {
        return rechecks.stream()
                .filter(recheck -> !recheck.state.equals("WITHDRAWN"))
                .reduce((earlier, later) -> later)
                .filter(recheck -> recheck.allDone)
                .isPresent();
    }

    /**
     * The code with which a re-check must be refused; null when it must be made out.
     *
     * @param early whether it is of a visit from before the order was served
     */
    @Nullable
    String refusalOfRecheck(Sheet about, TestCaller caller, boolean early) {
        if (!Actors.OFFICERS.contains(caller.role())) {
            return "FORBIDDEN";
        }
        if (!Actors.inScope(caller)) {
            return "REFERENCE_NOT_FOUND";
        }
        if (!CONDUCTING.contains(caller.subject())) {
            return "NOT_AN_INSPECTION_OFFICER";
        }
        if (about != order || !IN_HAND.contains(order.state)) {
            return "DEMAND_REQUIRED";
        }
        return early ? "RECHECK_TOO_EARLY" : null;
    }

    void recheck(String id, TestCaller by, boolean allDone) {
        rechecks.add(new Sheet(id, by.subject(), order, allDone));
    }
}
