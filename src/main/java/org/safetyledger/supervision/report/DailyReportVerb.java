package org.safetyledger.supervision.report;

import static org.safetyledger.supervision.report.DailyReport.Status.DRAWN_UP;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Transition;
import org.safetyledger.access.Verb;
import org.safetyledger.graphql.ErrorCode;

/** The transitions of a daily report; each is for the authority whose report it is. */
enum DailyReportVerb implements Verb<DailyReportVerb.Facts> {
    SIGN("signDailyReport", Permission.SIGN_DAILY_REPORT),
    ISSUE("issueDailyReport", Permission.ISSUE_DAILY_REPORT);

    @RegisterForReflection
    record Facts(DailyReport.Status status, String divisionCode) implements Verb.Facts {}

    private final Transition transition;

    DailyReportVerb(String mutation, Permission permission) {
        this.transition = new Transition(mutation, permission, Set.of(DRAWN_UP));
    }

    @Override
    public Transition transition() {
        return transition;
    }

    @Override
    public @Nullable ErrorCode furtherObjection(Facts report, Caller caller) {
        return caller.division().equals(report.divisionCode()) ? null : ErrorCode.NOT_THE_AUTHORITY;
    }
}
